import { expect, test } from 'vitest'
import { fieldsBlockedBecause, parseJsonFields, toChange } from './draft-fields'

test('the reserved field, nameless and double fields are refused with the reason', () => {
  const field = (name: string) => ({ key: 1, name, value: 'x' })
  expect(fieldsBlockedBecause([field('id')])).toMatch(/“id” for itself/)
  expect(fieldsBlockedBecause([field(' ')])).toBe('Every field needs a name.')
  expect(fieldsBlockedBecause([field('a'), field('a ')])).toBe('Two fields have the same name.')
  expect(fieldsBlockedBecause([])).toBe('Add at least one field.')
  expect(fieldsBlockedBecause([field('identity')])).toBeUndefined()
})

test('only what was typed is sent, and what is gone is named; masked values never travel', () => {
  const before = { name: 'Zendesk', token: '••••1234', old: '••••' }
  const fields = [
    { key: 1, name: 'name', value: 'Zendesk 2' },
    { key: 2, name: 'token', masked: '••••1234' },
    { key: 3, name: 'fresh', value: 'x' },
  ]
  expect(toChange(before, fields)).toEqual({
    set: { name: 'Zendesk 2', fresh: 'x' },
    remove: ['old'],
  })
})

test.each([
  ['{', 'This is not JSON yet.'],
  ['[1]', /JSON object/],
  ['null', /JSON object/],
  ['{"id":1}', /“id” for itself/],
  ['{}', 'Add at least one field.'],
])('JSON %s can not be saved, in words', (text, problem) => {
  expect(parseJsonFields(text)).toEqual({ problem: expect.stringMatching(problem) })
})
