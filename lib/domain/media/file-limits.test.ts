import fc from 'fast-check'
import { expect, test } from 'vitest'
import { english } from '@/lib/i18n/catalogues'
import { PLATFORMS } from '../channel/channel'
import { judgeFile, SENT_KINDS, UPLOAD_SIZE_MAX } from './file-limits'

const MB = 1024 * 1024

test.each([
  ['image/jpeg', 5 * MB, 'image'],
  ['video/mp4', 16 * MB, 'video'],
  ['audio/ogg; codecs=opus', 16 * MB, 'audio'],
  ['application/pdf', 25 * MB, 'file'],
  ['text/plain', 1, 'file'],
])('WhatsApp takes %s of %i bytes as %s', (mimeType, size, kind) => {
  expect(judgeFile('whatsapp', 'WhatsApp', { mimeType, size })).toEqual({ kind })
})

test.each([
  [
    'image/jpeg',
    5 * MB + 1,
    /^This image is 5.1 MB. WhatsApp takes images of up to 5 MB.$/,
    5 * MB,
  ],
  ['image/webp', 10, /doesn’t take this type of file \(image\/webp\)/, 5 * MB],
  ['video/mp4', 17 * MB, /videos of up to 16 MB/, undefined],
  ['audio/ogg', 10, /this type of file \(audio\/ogg\)/, undefined],
  ['audio/webm', 10, /this type/, undefined],
  ['application/zip', 10, /this type/, undefined],
  ['image/png', 0, /empty/, undefined],
])('WhatsApp refuses %s of %i bytes, and says why', (mimeType, size, words, shrinkTo) => {
  const verdict = judgeFile('whatsapp', 'WhatsApp', { mimeType, size })
  expect('reason' in verdict && english.say(verdict.reason)).toMatch(words)
  expect('shrinkTo' in verdict ? verdict.shrinkTo : undefined).toBe(shrinkTo)
})

test('Instagram takes pictures and nothing else; web chat takes any document', () => {
  const pdf = { mimeType: 'application/pdf', size: 10 }
  expect(judgeFile('instagram', 'Instagram', pdf)).toHaveProperty('reason')
  expect(judgeFile('web', 'Web Chat', { mimeType: 'application/zip', size: 10 })).toEqual({
    kind: 'file',
  })
})

test('every file is either taken, within what may be uploaded, or refused in words', () => {
  const types = fc.oneof(fc.constantFrom('image/png', 'video/mp4', 'audio/aac'), fc.string())
  fc.assert(
    fc.property(fc.constantFrom(...PLATFORMS), types, fc.nat(200 * MB), (platform, type, size) => {
      const verdict = judgeFile(platform, platform, { mimeType: type, size })
      if ('reason' in verdict) expect(english.say(verdict.reason)).toMatch(/\.$/)
      else {
        expect(SENT_KINDS).toContain(verdict.kind)
        expect(size).toBeLessThanOrEqual(UPLOAD_SIZE_MAX)
      }
    }),
  )
})
