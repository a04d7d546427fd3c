import fc from 'fast-check'
import { expect, test } from 'vitest'
import { english } from '@/lib/i18n/catalogues'
import { reason } from '@/lib/i18n/reason'
import {
  type CannedReply,
  fillVariables,
  findCanned,
  textFor,
  unfilledBecause,
  unknownVariablesIn,
  VARIABLES,
  type Variables,
} from './canned-reply'

const reply = (title: string, ...texts: [string, string][]): CannedReply => ({
  id: title,
  title,
  folder: '',
  texts: texts.map(([language, text]) => ({ language, text })),
})

const NOTHING: Variables = {
  'member.name': undefined,
  'member.firstName': undefined,
  'member.id': undefined,
  'member.email': undefined,
  'agent.name': undefined,
  'channel.name': undefined,
}

test.each([
  ['zh-HK', 'trad'],
  ['zh_tw', 'trad'],
  ['zh-CN', 'simp'],
  ['zh', 'trad'],
  ['en-GB', 'english'],
  ['EN', 'english'],
  ['fr', 'english'],
  [undefined, 'english'],
])('a member with the language %s reads %s', (locale, text) => {
  const both = reply('Hi', ['en', 'english'], ['zh-TW', 'trad'], ['zh-Hans', 'simp'])
  expect(textFor(both, locale)).toBe(text)
})

test('a variable without a value stays, and blocks sending with its name; a filled text is free', () => {
  const variables = { ...NOTHING, 'member.name': 'Mei' }
  const filled = fillVariables('Hi {{ member.name }}, {{member.email}}', variables)
  expect(filled).toBe('Hi Mei, {{member.email}}')
  expect(unfilledBecause(filled)).toEqual(
    reason('reply.text.unfilled', { variable: '{{member.email}}' }),
  )
  expect(unfilledBecause('Hi Mei {not one}')).toBeUndefined()
  expect(unfilledBecause('Write {{name}} in the file')).toBeUndefined()
  expect(unknownVariablesIn('{{member.name}} {{membr.name}}')).toEqual(['membr.name'])
})

test('what a member is called never becomes a variable that is filled again', () => {
  const variables = { ...NOTHING, 'member.name': '{{agent.name}} $& $1', 'agent.name': 'Ana' }
  expect(fillVariables('{{member.name}}', variables)).toBe('{{agent.name}} $& $1')
})

test('with every variable known, every known variable is filled', () => {
  const names = fc.constantFrom(...Object.keys(VARIABLES))
  const parts = fc.array(
    fc.oneof(
      names.map((name) => `{{${name}}}`),
      fc.constant(' text '),
    ),
  )
  const known = Object.fromEntries(Object.keys(VARIABLES).map((name) => [name, 'x']))
  fc.assert(
    fc.property(parts, (given) => {
      const filled = fillVariables(given.join(''), { ...NOTHING, ...known })
      expect(unfilledBecause(filled)).toBeUndefined()
    }),
  )
})

test('a search finds by beginning, part and letters in order; the member’s language comes first', () => {
  const all = [
    reply('Refund policy', ['en', 'x']),
    reply('Refund', ['zh-HK', 'x']),
    reply('Order refund', ['en', 'x']),
    reply('Ready for you', ['en', 'y']),
    reply('Other', ['en', 'about a refund']),
  ]
  const titles = (search: string, locale?: string) =>
    findCanned(all, search, locale, english.compare).map(({ title }) => title)
  expect(titles('refund', 'en')).toEqual(['Refund policy', 'Refund', 'Order refund', 'Other'])
  expect(titles('refund', 'zh-TW')[0]).toBe('Refund')
  expect(titles('rdfy', 'en')).toEqual(['Ready for you'])
  expect(titles('')).toHaveLength(all.length)
  expect(titles('zzz')).toEqual([])
})
