import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseJson } from './parse-json'

test('whole numbers beyond 53 bits keep their digits, wherever they stand', () => {
  const text = '{"a":7311234567890123457,"b":[-99999999999999999999 , 1517776481860111],"c":1.5}'
  expect(parseJson(text)).toEqual({
    a: '7311234567890123457',
    b: ['-99999999999999999999', 1_517_776_481_860_111],
    c: 1.5,
  })
})

test('digits inside of words stay as they are', () => {
  const value = { 'a "12345678901234567890': '\\" 12345678901234567890 \\\\', b: [1e300, -0.5e-7] }
  expect(parseJson(JSON.stringify(value))).toEqual(value)
})

test('every other JSON is read as JSON.parse reads it', () => {
  const numbers = fc.double({ noNaN: true, noDefaultInfinity: true }).filter(isExact)
  const word = fc.oneof(fc.string(), fc.constantFrom('1234567890123456789', '\\', '"', '\\"'))
  const leaf = fc.oneof(word, numbers, fc.boolean(), fc.constant(null))
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(leaf, fc.array(tie('tree')), fc.dictionary(word, tie('tree'))),
  }))
  fc.assert(
    fc.property(tree, (value) => {
      const text = JSON.stringify(value)
      expect(parseJson(text)).toEqual(JSON.parse(text))
    }),
  )
})

function isExact(number: number): boolean {
  return !Number.isInteger(number) || Number.isSafeInteger(number)
}

test('a megabyte of quotes and backslashes is read in a moment', () => {
  const started = performance.now()
  parseJson(JSON.stringify({ a: '\\"'.repeat(250_000), b: '1234567890123456' }))
  expect(() => parseJson(`"${'\\"'.repeat(500_000)}`)).toThrow(SyntaxError)
  expect(performance.now() - started).toBeLessThan(2_000)
})
