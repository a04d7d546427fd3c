import { expect, test } from 'vitest'
import { type Platform, TEXT_LENGTH_MAX } from '../channel/channel'
import { fileRefusedBecause, refusedBecause } from './refusal'
import { templateSchema } from './schema/template-schema'

const textRefused = (text: string, platform: Platform) =>
  refusedBecause(platform, { type: 'text', text })

test('a text of exactly the longest length can be sent, one more says by how much it is too long', () => {
  expect(textRefused('a'.repeat(TEXT_LENGTH_MAX), 'whatsapp')).toBeUndefined()
  expect(textRefused('a'.repeat(TEXT_LENGTH_MAX + 3), 'whatsapp')).toContain('Too long by 3')
})

test.each(['', '   ', '\n\n'])('%j is nothing to send', (text) => {
  expect(textRefused(text, 'web')).toBe('Write something first.')
})

test('where the platform counts bytes, so do we', () => {
  const text = '字'.repeat(400)
  expect(textRefused(text, 'instagram')).toContain('1,000 bytes')
  expect(textRefused(text, 'messenger')).toBeUndefined()
})

test('a variable that nobody filled is named; other words in braces are what somebody wants to say', () => {
  expect(textRefused('Hi {{member.name}}', 'web')).toContain('{{member.name}}')
  expect(textRefused('Hi {{name}}', 'web')).toBeUndefined()
})

test('a template needs its wording, and every value of it', () => {
  const template = templateSchema.parse({ name: 'parcel', language: 'en', body: 'Hello {{1}}' })
  const reply = { type: 'template' as const, templateId: '', values: [' '] }
  expect(refusedBecause('whatsapp', reply)).toBe('Choose a template first.')
  expect(refusedBecause('whatsapp', reply, template)).toBe('Fill in {{1}}.')
  expect(refusedBecause('whatsapp', { ...reply, values: ['Mei'] }, template)).toBeUndefined()
  expect(refusedBecause('web', { ...reply, values: ['Mei'] }, template)).toContain(
    'on WhatsApp only',
  )
})

test('a file goes as what it is, and with words only where the platform carries them', () => {
  const file = { mimeType: 'image/png', size: 1_000 }
  const picture = { kind: 'image' as const, file }
  expect(fileRefusedBecause('whatsapp', { type: 'image', text: 'Look' }, picture)).toBeUndefined()
  expect(fileRefusedBecause('whatsapp', { type: 'file' }, picture)).toBe(
    'This file is sent as image, not as file.',
  )
  expect(fileRefusedBecause('telegram', { type: 'image', text: 'Look' }, picture)).toBe(
    'Telegram carries no words with this kind of file. Send them after it.',
  )
  expect(
    fileRefusedBecause('web', { type: 'image' }, { ...picture, file: { ...file, size: 0 } }),
  ).toBe('This file is empty.')
})
