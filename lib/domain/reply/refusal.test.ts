import { expect, test } from 'vitest'
import { reason } from '@/lib/i18n/reason'
import { type Platform, TEXT_LENGTH_MAX } from '../channel/channel'
import { fileRefusedBecause, refusedBecause } from './refusal'
import { templateSchema } from './schema/template-schema'

const textRefused = (text: string, platform: Platform) =>
  refusedBecause(platform, { type: 'text', text })

test('a text of exactly the longest length can be sent, one more says by how much it is too long', () => {
  expect(textRefused('a'.repeat(TEXT_LENGTH_MAX), 'whatsapp')).toBeUndefined()
  expect(textRefused('a'.repeat(TEXT_LENGTH_MAX + 3), 'whatsapp')).toEqual(
    reason('reply.text.over', { over: 3, max: TEXT_LENGTH_MAX }),
  )
})

test.each(['', '   ', '\n\n'])('%j is nothing to send', (text) => {
  expect(textRefused(text, 'web')).toEqual(reason('reply.text.empty'))
})

test('where the platform counts bytes, so do we', () => {
  const text = '字'.repeat(400)
  expect(textRefused(text, 'instagram')).toEqual(
    reason('reply.text.tooManyBytes', { max: 1_000, size: 1_200 }),
  )
  expect(textRefused(text, 'messenger')).toBeUndefined()
})

test('a variable that nobody filled is named; other words in braces are what somebody wants to say', () => {
  expect(textRefused('Hi {{member.name}}', 'web')).toEqual(
    reason('reply.text.unfilled', { variable: '{{member.name}}' }),
  )
  expect(textRefused('Hi {{name}}', 'web')).toBeUndefined()
})

test('a template needs its wording, and every value of it', () => {
  const template = templateSchema.parse({ name: 'parcel', language: 'en', body: 'Hello {{1}}' })
  const reply = { type: 'template' as const, templateId: '', values: [' '] }
  expect(refusedBecause('whatsapp', reply)).toEqual(reason('reply.template.choose'))
  expect(refusedBecause('whatsapp', reply, template)).toEqual(
    reason('reply.template.fillIn', { field: '{{1}}' }),
  )
  expect(refusedBecause('whatsapp', { ...reply, values: ['Mei'] }, template)).toBeUndefined()
  expect(refusedBecause('web', { ...reply, values: ['Mei'] }, template)).toMatchObject({
    key: 'reply.kind.unsupported',
  })
})

test('a file goes as what it is, and with words only where the platform carries them', () => {
  const file = { mimeType: 'image/png', size: 1_000 }
  const picture = { kind: 'image' as const, file }
  expect(fileRefusedBecause('whatsapp', { type: 'image', text: 'Look' }, picture)).toBeUndefined()
  expect(fileRefusedBecause('whatsapp', { type: 'file' }, picture)).toEqual(
    reason('reply.file.otherKind', { kind: 'image', type: 'file' }),
  )
  expect(fileRefusedBecause('telegram', { type: 'image', text: 'Look' }, picture)).toEqual(
    reason('reply.file.noCaption', { platform: 'Telegram' }),
  )
  expect(
    fileRefusedBecause('web', { type: 'image' }, { ...picture, file: { ...file, size: 0 } }),
  ).toEqual(reason('media.judged.empty'))
})
