import { expect, test } from 'vitest'
import { reason } from '@/lib/i18n/reason'
import { textOf, toPreview, toShownPreview } from './content'

const card = (name: string, phones: string[] = [], emails: string[] = []) => ({
  name,
  phones,
  emails,
})

test('contact cards without a name are told by how their people are reached', () => {
  const contacts = [card('', ['+852 9000 0001']), card(' ', [], ['a@b.test']), card('Gloria Ng')]
  expect(toPreview({ type: 'contacts', contacts })).toBe('+852 9000 0001, a@b.test, Gloria Ng')
})

test('what says nothing has no words, and its kind stands for it', () => {
  const empty = { type: 'contacts' as const, contacts: [card(''), card('')] }
  expect(textOf(empty)).toBeUndefined()
  expect(toPreview(empty)).toEqual(reason('message.kind.contacts'))
  expect(toPreview({ type: 'cards', cards: [{ title: '', choices: [] }] })).toEqual(
    reason('message.kind.cards'),
  )
  const place = { latitude: 22, longitude: 114, name: '', address: 'Man Yiu St' }
  expect(toPreview({ type: 'location', ...place })).toBe('Man Yiu St')
  expect(toPreview({ type: 'template', name: 'hello', values: ['', ''] })).toBe('hello')
})

test('a preview that was cut says so, and one that was not does not', () => {
  const text = '拉鍊'.repeat(100)
  const preview = toPreview({ type: 'text', text })
  expect(toShownPreview(preview)).toBe(`${text.slice(0, 160)}…`)
  expect(toShownPreview('Short')).toBe('Short')
  const photo = reason('message.kind.image')
  expect(toShownPreview(photo)).toBe(photo)
})

test('what can only be named stands before its words', () => {
  const poll = { type: 'unknown', label: 'poll' } as const
  const name = reason('message.unknown.poll')
  expect(toPreview(poll)).toEqual(name)
  expect(toPreview({ ...poll, text: 'Tea or coffee?' })).toEqual(
    reason('message.kind.named', { name, text: 'Tea or coffee?' }),
  )
})
