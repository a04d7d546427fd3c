import { describe, expect, test } from 'vitest'
import { english } from '@/lib/i18n/catalogues'
import type { PeoplePage, PersonView } from '@/lib/view/people-view'
import { channelWords, otherAdminsAmong, parseRole, presenceWords } from './person-words'

const channels: PeoplePage['channels'] = [
  { id: 'hk', name: 'Shop HK', platform: 'whatsapp' },
  { id: 'de', name: 'Shop DE', platform: 'messenger' },
  { id: 'tw', name: 'Shop TW', platform: 'telegram' },
]

describe('which channels somebody answers', () => {
  const words = (more: Partial<PersonView>) => english.say(channelWords(person(more), channels))

  test('are all of them for an admin, and for whoever is kept to none', () => {
    expect(words({ role: 'admin', channelIds: ['hk'] })).toBe('All channels')
    expect(words({ channelIds: null })).toBe('All channels')
  })

  test('are named while they are few, in the order of the list', () => {
    expect(words({ channelIds: ['de', 'hk'] })).toBe('Shop HK and Shop DE')
    expect(words({ channelIds: ['hk', 'de', 'tw'] })).toBe('3 channels')
  })

  test('are counted where the reader may not know their names', () => {
    expect(words({ channelIds: ['hk'], otherChannels: 1 })).toBe('Shop HK and 1 more')
    expect(words({ channelIds: [], otherChannels: 1 })).toBe('1 channel')
    expect(words({ channelIds: ['hk'], otherChannels: 2 })).toBe('3 channels')
  })

  test('can be none yet', () => {
    expect(words({ channelIds: [] })).toBe('No channels yet')
  })
})

test('somebody who is here says on how many browsers, others when they last were', () => {
  const words = (more: Partial<PersonView>) => english.say(presenceWords(person(more)))
  expect(words({ sessions: 1 })).toBe('Signed in')
  expect(words({ sessions: 3 })).toBe('Signed in on 3 browsers')
  const lastSignInAt = '2026-11-20T09:30:00Z'
  expect(words({ lastSignInAt })).toBe('Last signed in 20 Nov 2026, 09:30')
  expect(words({})).toBe('Not signed in recently')
})

test('an admin who is disabled, or the one in question, can’t stand in for them', () => {
  const people = [
    person({ id: 'ana', role: 'admin' }),
    person({ id: 'ben', role: 'admin', disabled: true }),
    person({ id: 'cho', role: 'supervisor' }),
    person({ id: 'dan', role: 'admin' }),
  ]
  expect(otherAdminsAmong(people, 'ana')).toBe(1)
  expect(otherAdminsAmong(people, 'cho')).toBe(2)
})

test('a role that does not exist gives the least', () => {
  expect(parseRole('supervisor')).toBe('supervisor')
  expect(parseRole('owner')).toBe('agent')
})

function person(more: Partial<PersonView>): PersonView {
  return {
    id: 'ana',
    email: 'ana@shop.test',
    name: 'Ana',
    role: 'agent',
    channelIds: null,
    disabled: false,
    sessions: 0,
    createdAt: '2026-11-01T09:00:00Z',
    ...more,
  }
}
