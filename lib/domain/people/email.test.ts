import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emailSchema, toEmail } from './email'

test.each([
  ['Ana@Example.COM', 'ana@example.com'],
  ['  ana@example.com\n', 'ana@example.com'],
  ['\u3000ana@example.com\u00a0', 'ana@example.com'],
  ['ａｎａ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'ana@example.com'],
  ['\u200bana@exam\u00adple.com\ufeff', 'ana@example.com'],
  ['ana@example.com\u0000', 'ana@example.com'],
  ['\u212aarl@example.com', 'karl@example.com'],
  ['jose\u0301@example.com', 'josé@example.com'],
  ['STRASSE@example.com', 'strasse@example.com'],
])('%j is kept as %s', (given, kept) => {
  expect(toEmail(given)).toBe(kept)
})

test.each([
  ['vic.İiii@example.com', 'vic.iiii@example.com'],
  ['vıc@example.com', 'vic@example.com'],
  ['straße@example.com', 'strasse@example.com'],
])('%s is somebody else than %s', (one, other) => {
  expect(toEmail(one)).not.toBe(toEmail(other))
})

/** Of all there are, the lone halves of pairs too. */
const letters = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 20 })
  .map((points) => String.fromCodePoint(...points))

test('what was settled once stays as it is', () => {
  fc.assert(
    fc.property(letters, (text) => {
      expect(toEmail(toEmail(text))).toBe(toEmail(text))
    }),
    { numRuns: 300 },
  )
})

test('an account gets its e-mail settled, and only what is one', () => {
  expect(emailSchema.parse(' Ana@Example.com ')).toBe('ana@example.com')
  for (const none of ['', 'ana', 'vic.İiii@example.com', `${'a'.repeat(250)}@example.com`])
    expect(emailSchema.safeParse(none).success, none).toBe(false)
})
