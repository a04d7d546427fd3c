import { expect, test } from 'vitest'
import { reason } from '@/lib/i18n/reason'
import { bytesShownAs, fromBase64, toHexLines, toPretty } from './hex-words'

test('every byte has its place in the dump, and only letters are shown as letters', () => {
  const bytes = fromBase64(Buffer.from('{"a":"你"}\u0000 end of it').toString('base64'))
  expect(toHexLines(bytes)).toEqual([
    '000000  7b 22 61 22 3a 22 e4 bd a0 22 7d 00 20 65 6e 64  {"a":"..."}. end',
    '000010  20 6f 66 20 69 74                                 of it',
  ])
  expect(toHexLines(new Uint8Array(1_000_000))).toHaveLength(512)
})

test('JSON is indented, anything else is left to the bytes', () => {
  expect(toPretty('{"a":1}')).toBe('{\n  "a": 1\n}')
  expect(toPretty('{"a":')).toBeUndefined()
})

test('text shows what it can, hex every byte: the same body in both', () => {
  // One byte that is no UTF-8 by itself, as the log gives it in both forms.
  const event = {
    body: '{"a":"\ufffd"}',
    bodyBase64: Buffer.from('{"a":"\xff"}', 'latin1').toString('base64'),
  }
  expect(bytesShownAs(event, 'text')).toBe(event.body)
  expect(bytesShownAs(event, 'indented')).toBe('{\n  "a": "\ufffd"\n}')
  expect(bytesShownAs(event, 'hex')).toContain('22 ff 22')
  expect(bytesShownAs({ ...event, body: 'a=1' }, 'indented')).toEqual(reason('log.bytes.notJson'))
})
