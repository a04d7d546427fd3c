import { describe, expect, test } from 'vitest'
import { type Token, toTokens } from './marks'

/** Pieces of addresses that, repeated, make careless readers slow. */
const HOSTILE = ['https://x.test/* ', ')', 'a@', 'a.', '+1 ', '1-', 'www.']

describe('WhatsApp marks', () => {
  test.each([
    ['*bold*', '<bold>bold</bold>'],
    ['_italic_', '<italic>italic</italic>'],
    ['~strike~', '<strike>strike</strike>'],
    ['a *b* c', 'a <bold>b</bold> c'],
    ['*bold _both_*', '<bold>bold <italic>both</italic></bold>'],
    ['(*in brackets*)!', '(<bold>in brackets</bold>)!'],
    ['*一二三*，四', '<bold>一二三</bold>，四'],
    ['```code *not bold*```', '<code>code *not bold*</code>'],
    ['see ```two\nlines``` end', 'see <code>two\nlines</code> end'],
    ['run `npm *i*` now', 'run <code>npm *i*</code> now'],
    ['*see `a_b_c` here*', '<bold>see <code>a_b_c</code> here</bold>'],
    ['`https://a.test`', '<code>https://a.test</code>'],
    ['_a *b _c* d_', '<italic>a <bold>b _c</bold> d</italic>'],
  ])('%s', (text, expected) => {
    expect(show(toTokens(text, { marks: true }))).toBe(expected)
  })

  test.each([
    '2*3*4',
    'snake_case_name',
    '* not bold *',
    '*one line\nanother*',
    '**',
    '***',
    '``````',
    '*open',
    'price ~ 5 ~',
    '__x__',
    '**x** and ~~y~~',
    '_x__',
    '__x_',
    '``code``',
    '`open',
    '` `',
    '`one line\nanother`',
  ])('%j stays as it was written', (text) => {
    expect(show(toTokens(text, { marks: true }))).toBe(text)
  })

  test('other platforms show the signs as they were typed', () => {
    expect(show(toTokens('*bold* ```code```', { marks: false }))).toBe('*bold* ```code```')
  })

  test('no character is ever lost, whatever the nesting', () => {
    const text = '*a _b ~c~ d_ e* ```f``` *g*h* https://x.test/_i_ _j'
    expect(plain(toTokens(text, { marks: true }))).toBe('a b c d e f g*h https://x.test/_i_ _j')
  })

  test('a text made to be slow is read at once', () => {
    const started = process.cpuUsage()
    for (const part of [
      '*a ',
      '*_~',
      '*a* ',
      '```',
      '```a```',
      '`',
      '`a` ',
      '*a _b ',
      ...HOSTILE,
    ]) {
      const text = part.repeat(10_000 / part.length)
      expect(plain(toTokens(text, { marks: true })).length).toBeGreaterThan(0)
    }
    // Time of the processor: the machine may have others to serve.
    expect(process.cpuUsage(started).user / 1_000).toBeLessThan(2_000)
  })
})

function show(tokens: Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'text') return token.text
      const inner = 'children' in token ? show(token.children) : token.text
      return `<${token.type}>${inner}</${token.type}>`
    })
    .join('')
}

function plain(tokens: Token[]): string {
  return tokens.map((token) => ('children' in token ? plain(token.children) : token.text)).join('')
}
