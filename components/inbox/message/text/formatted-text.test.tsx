import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { FormattedText } from './formatted-text'
import { Quoting } from './quoting'

test('a page opens in a tab of its own, mail and telephone in the reader’s programs', () => {
  const text = 'www.a.test, help@shop.test or +852 9123 0001, `npm *i*` and __x__'
  const html = renderToStaticMarkup(<FormattedText text={text} marks />)
  const links = [...html.matchAll(/<a href="([^"]+)"( target="_blank")?/g)]
  expect(links.map(([, href, target]) => [href, Boolean(target)])).toEqual([
    ['https://www.a.test/', true],
    ['mailto:help@shop.test', false],
    ['tel:+85291230001', false],
  ])
  expect(html).toMatch(/<code [^>]*>npm \*i\*<\/code> and __x__$/)
})

test('words that a sentence quotes keep their own direction, also with quotes among them', () => {
  const shown = (sentence: string) => renderToStaticMarkup(<Quoting sentence={sentence} />)
  expect(shown('Asked: “שלום!”')).toBe('Asked: “<bdi>שלום!</bdi>”')
  expect(shown('Named “a “b” c” now')).toBe('Named “<bdi>a “b” c</bdi>” now')
  expect(shown('Nobody said “this')).toBe('Nobody said “this')
})
