import { expect, test } from 'vitest'
import { english } from '@/lib/i18n/catalogues'
import { reason } from '@/lib/i18n/reason'
import { toRule, toRuleText, toStoredReason } from './stored-reason'

const noSender = reason('delivery.part', { part: '0', why: reason('delivery.problem.noSender') })

test('what is alone stands alone; several are told one after the other', () => {
  expect(toStoredReason([])).toBeNull()
  expect(toStoredReason([noSender])).toEqual(noSender)
  const both = toStoredReason([noSender, reason('delivery.problem.noChat')])
  expect(both && english.say(both)).toBe('0: No sender; No chat')
})

test('of very many the first are told, and how many more there are', () => {
  const many = toStoredReason(Array.from({ length: 5_000 }, () => noSender))
  expect(many && english.say(many)).toMatch(/^(?:0: No sender; ){10}4,990 more$/)
})

test('what a reason quotes is text that Postgres takes, and not all of it', () => {
  const bad = `a\u0000b\ud800${'c'.repeat(1_000)}`
  const why = reason('delivery.problem.folding', { error: bad })
  const stored = JSON.stringify(toStoredReason([reason('delivery.part', { part: bad, why })]))
  expect(stored).not.toMatch(/\\u0000|\\ud800/)
  expect(stored.length).toBeLessThan(1_200)
})

test('a rule is read back as it was written, also one of an older version', () => {
  const rule = reason('delivery.rule.change', { field: 'comments' })
  expect(toRule(toRuleText([rule]) ?? '')).toEqual(rule)
  expect(toRule('a change of comments')).toBe('a change of comments')
  expect(toRuleText([])).toBeNull()
})
