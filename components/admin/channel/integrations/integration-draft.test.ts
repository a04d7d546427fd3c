import { expect, test } from 'vitest'
import type { MaskedIntegration } from '@/lib/domain/channel/connection'
import { reason } from '@/lib/i18n/reason'
import { fieldsInput, jsonInput, otherWay, toDraftFields } from './integration-draft'

const zendesk: MaskedIntegration = {
  id: 'z1',
  fields: { name: 'Zendesk', token: '••••1234', retries: 3 },
}

test('a new integration starts with one empty field to fill', () => {
  expect(toDraftFields(undefined)).toEqual([{ key: 0, name: '', value: '' }])
})

test('stored values are shown masked, and count as untouched', () => {
  const fields = toDraftFields(zendesk)
  expect(fields.map(({ masked }) => masked)).toEqual(['Zendesk', '••••1234', '3'])
  expect(fieldsInput(fields, zendesk)).toEqual({ id: 'z1', set: {}, remove: [] })
})

test('only the field that was typed anew is sent', () => {
  const [name, token, retries] = toDraftFields(zendesk)
  if (!name || !token || !retries) throw new Error('A field is missing.')
  expect(fieldsInput([name, { ...token, value: 'fresh' }], zendesk)).toEqual({
    id: 'z1',
    set: { token: 'fresh' },
    remove: ['retries'],
  })
})

test('what can’t be saved says why, in fields and in JSON alike', () => {
  expect(fieldsInput([], undefined)).toEqual(reason('connection.screen.fieldNone'))
  expect(jsonInput('{}')).toEqual(reason('connection.screen.fieldNone'))
  expect(jsonInput('{"name":"Zendesk"}')).toEqual({ fields: { name: 'Zendesk' } })
})

test('who goes on in JSON finds there what they typed, and back again the fields as they were', () => {
  const fields = [
    { key: 0, name: ' name ', value: 'Zendesk' },
    { key: 1, name: '', value: 'left alone' },
  ]
  expect(JSON.parse(otherWay(undefined, fields) ?? '')).toEqual({ name: 'Zendesk' })
  expect(otherWay('{', fields)).toBeUndefined()
})
