import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linkSpans, linksIn } from './links'

describe('web addresses', () => {
  test.each([
    ['see https://a.test/x.', ['https://a.test/x']],
    ['(http://a.test/b)', ['http://a.test/b']],
    ['https://a.test/b_(c)', ['https://a.test/b_(c)']],
    ['(https://en.test/wiki/Jacket_(clothing))', ['https://en.test/wiki/Jacket_(clothing)']],
    ['((see https://a.test/x))', ['https://a.test/x']],
    ['[https://a.test/y] {https://a.test/k}', ['https://a.test/y', 'https://a.test/k']],
    ['https://a.test/?q[]=1&r={2}', ['https://a.test/?q[]=1&r={2}']],
    ['[({https://a.test/z})], then', ['https://a.test/z']],
    ['請看https://a.test/路徑。謝謝', ['https://a.test/路徑']],
    ['https://a.test/عن، و https://a.test/ok؟', ['https://a.test/عن', 'https://a.test/ok']],
    ['https://a.test/हिं। और https://a.test/m…', ['https://a.test/हिं', 'https://a.test/m']],
    ['“https://a.test/q”; "https://a.test/r"', ['https://a.test/q', 'https://a.test/r']],
    ['*https://a.test/s*', ['https://a.test/s']],
    ['https://a.test/_x_y_z', ['https://a.test/_x_y_z']],
    ['on www.a.test/x, or 請看www.b.test。', ['www.a.test/x', 'www.b.test']],
    ['WWW.A.TEST', ['WWW.A.TEST']],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected)
  })

  test('of many in one text each is the address alone', () => {
    const text =
      '1 (see https://a.example/x) 2 https://a.example/Blur_(band) 3 (https://a.example/Blur_(band)) 4 [https://a.example/y] 5 https://a.example/z. 6 "https://a.example/q"; 7 https://a.example/عن، 8 https://a.example/ok؟ 9 https://a.example/हिं। 10 {https://a.example/k} 11 https://a.example/m…'
    const paths = ['x', 'Blur_(band)', 'Blur_(band)', 'y', 'z', 'q', 'عن', 'ok', 'हिं', 'k', 'm']
    expect(shown(text)).toEqual(paths.map((path) => `https://a.example/${path}`))
  })

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://a.test',
    'www.',
    'www.hello',
    'awww.a.test',
    'https://',
    'JAVASCRIPT://x%0aalert(1)',
  ])('%s is not a link', (text) => {
    expect(linkSpans(text)).toEqual([])
  })

  test('they come in order, and lead where they say', () => {
    expect(linksIn('www.b.test and http://a.test/?q=1! or a@b.test')).toEqual([
      'https://www.b.test/',
      'http://a.test/?q=1',
    ])
  })
})

describe('mail addresses and telephone numbers', () => {
  test.each([
    ['write to help@shop.test.', ['mailto:help@shop.test']],
    ['請寄ann.lee+1@mail.shop.test謝謝', ['mailto:ann.lee+1@mail.shop.test']],
    ['https://a.test/?m=a@b.test', ['https://a.test/?m=a@b.test']],
    ['call +852 9123 0001.', ['tel:+85291230001']],
    ['+85291230001, +1 (415) 555-0100', ['tel:+85291230001', 'tel:+14155550100']],
    ['9123 0001 or 9123-0001', ['tel:91230001', 'tel:91230001']],
    ['(852) 91230001', ['tel:85291230001']],
    ['852 9123 0001; 415-555-0100', ['tel:85291230001', 'tel:4155550100']],
    ['電話9123 0001', ['tel:91230001']],
    ['020 7946 0958', ['tel:02079460958']],
  ])('%s', (text, expected) => {
    expect(linkSpans(text).map(({ href }) => href)).toEqual(expected)
  })

  test.each([
    'order 12345678',
    'on 2026-11-27 at 10:30',
    'from 2025-2026',
    'HK$ 10 000 000',
    '4000 1234 5678 9010',
    'v1.2.3-4567',
    'AB-1234 5678',
    '+12',
    '22.283251, 114.157654',
    '@shop',
    'a@b',
    '12:00-13:00',
  ])('%s stays text', (text) => {
    expect(linkSpans(text)).toEqual([])
  })
})

describe('whatever a stranger writes', () => {
  const piece = fc.constantFrom(
    ...[
      'https://a.test/',
      'www.',
      '(',
      ')',
      ']',
      '}',
      '../../thread',
      '…',
      '،',
      '@',
      'a',
      '+1',
      '0',
      ' ',
      '-',
    ],
  )

  test('links stand apart, in order, and lead by four schemes only', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('')
        let done = 0
        for (const { start, end, href } of linkSpans(text)) {
          expect(start).toBeGreaterThanOrEqual(done)
          expect(end).toBeGreaterThan(start)
          expect(href).toMatch(/^(https?:\/\/|mailto:|tel:)/)
          done = end
        }
        expect(done).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  test('8,000 brackets after an address neither throw nor take long', () => {
    expect(shown(`https://a.test/x${')'.repeat(8_000)}`)).toEqual(['https://a.test/x'])
    expect(shown(`https://a.test/${'('.repeat(8_000)}`)).toHaveLength(1)
  })

  test('60,000 characters of any of it are read at once', () => {
    const started = process.cpuUsage()
    for (const part of [
      ')',
      '../../thread',
      '.a',
      'a@',
      'a.',
      'a-',
      '+1 ',
      '1-',
      '0 1',
      '1234 ',
      'www.',
      '(1',
      ').',
    ])
      for (const before of ['', 'https://a.test/', 'a@'])
        linkSpans(before + part.repeat(60_000 / part.length))
    // Time of the processor: the machine may have others to serve.
    expect(process.cpuUsage(started).user / 1_000).toBeLessThan(2_000)
  })
})

function shown(text: string): string[] {
  return linkSpans(text).map(({ start, end }) => text.slice(start, end))
}
