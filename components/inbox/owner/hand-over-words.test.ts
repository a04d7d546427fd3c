import { expect, test } from 'vitest'
import { english } from '@/lib/i18n/catalogues'
import { createFormats } from '@/lib/i18n/formats'
import type { HandOverCard } from '@/lib/view/hand-over-view'
import { clockAt } from './clock'
import { toEarlierWords, toWhy } from './hand-over-words'

const ANA = { id: 'ana', name: 'Ana' }
const BEN = { id: 'ben', name: 'Ben' }

test.each([
  [{ why: 'member-asked', detail: 'mensch' }, 'The member asked for a person: “mensch”'],
  [{ why: 'bot-asked' }, 'The bot asked for a person'],
  [{ why: 'took-over', by: ANA, agent: ANA }, 'You took over from the bot'],
  [{ why: 'assigned', by: BEN, agent: ANA }, 'Ben transferred this to you'],
  [{ why: 'assigned', by: ANA, agent: BEN }, 'You transferred this to Ben'],
  [{ why: 'assigned' }, 'Someone transferred this to an agent'],
] as const)('%o reads as %s to Ana', (facts, words) => {
  expect(english.say(toWhy(card(facts), ANA.id))).toBe(words)
})

test('an earlier conversation says when, how long and with whom', () => {
  const conversation = {
    at: '2026-11-21T06:00:00Z',
    endedAt: '2026-11-21T06:12:00Z',
    agents: [ANA, BEN],
  }
  const clock = clockAt(Date.parse('2026-11-21T08:00:00Z'), createFormats('en-GB', 'UTC'))
  const words = (more: object) => english.say(toEarlierWords({ ...conversation, ...more }, clock))
  expect(words({})).toBe('Handled by Ana and Ben, 12m · 06:00')
  expect(words({ agents: [], endedAt: conversation.at })).toBe(
    'Not answered, under a minute · 06:00',
  )
})

function card(more: Partial<HandOverCard>): HandOverCard {
  return {
    conversationId: 'c',
    at: '2026-11-21T06:00:00Z',
    order: 'o',
    why: 'bot-asked',
    steps: [],
    olderSteps: 0,
    earlier: [],
    ...more,
  }
}
