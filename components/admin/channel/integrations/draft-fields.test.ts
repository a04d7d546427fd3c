import { expect, test } from 'vitest'
import { type Reason, reason } from '@/lib/i18n/reason'
import { fieldsBlockedBecause, parseJsonFields, toChange } from './draft-fields'

test('the reserved field, nameless and double fields are refused with the reason', () => {
  const field = (name: string) => ({ key: 1, name, value: 'x' })
  expect(fieldsBlockedBecause([field('id')])).toEqual(reason('connection.screen.fieldReserved'))
  expect(fieldsBlockedBecause([field(' ')])).toEqual(reason('connection.screen.fieldNameless'))
  expect(fieldsBlockedBecause([field('a'), field('a ')])).toEqual(
    reason('connection.screen.fieldTwice'),
  )
  expect(fieldsBlockedBecause([])).toEqual(reason('connection.screen.fieldNone'))
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

test.each<[string, Reason['key']]>([
  ['{', 'connection.screen.jsonInvalid'],
  ['[1]', 'connection.screen.jsonNotObject'],
  ['null', 'connection.screen.jsonNotObject'],
  ['{"id":1}', 'connection.screen.fieldReserved'],
  ['{}', 'connection.screen.fieldNone'],
])('JSON %s can not be saved, for a reason', (text, key) => {
  expect(parseJsonFields(text)).toMatchObject({ problem: { key } })
})
