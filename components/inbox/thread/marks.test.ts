import { describe, expect, test } from 'vitest'
import { linksIn, type Token, toTokens } from './marks'

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
    const started = performance.now()
    for (const part of ['*a ', '*_~', '*a* ', '```', 'https://x.test/* ']) {
      const text = part.repeat(10_000 / part.length)
      expect(plain(toTokens(text, { marks: true })).length).toBeGreaterThan(0)
    }
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})

describe('links', () => {
  test.each([
    ['see https://a.test/x.', 'see <link>https://a.test/x</link>.'],
    ['(http://a.test/b)', '(<link>http://a.test/b</link>)'],
    ['https://a.test/b_(c)', '<link>https://a.test/b_(c)</link>'],
    ['請看https://a.test/路徑。謝謝', '請看<link>https://a.test/路徑</link>。謝謝'],
    ['*https://a.test*', '<bold><link>https://a.test</link></bold>'],
    ['https://a.test/_x_y_z', '<link>https://a.test/_x_y_z</link>'],
  ])('%s', (text, expected) => {
    expect(show(toTokens(text, { marks: true }))).toBe(expected)
  })

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://a.test',
    'www.a.test',
    'https://',
    'JAVASCRIPT://x%0aalert(1)',
  ])('%s is not a link', (text) => {
    expect(linksIn(text)).toEqual([])
  })

  test('the addresses of a text come in order', () => {
    expect(linksIn('https://b.test and http://a.test/?q=1!')).toEqual([
      'https://b.test/',
      'http://a.test/?q=1',
    ])
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
