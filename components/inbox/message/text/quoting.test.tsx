import { expect, test } from 'vitest'
import { markupOf } from '@/components/ui/testing-markup'
import { Quoting } from './quoting'

test.each([
  ['Pinned: “Open until nine”', 'Pinned: “<bdi>Open until nine</bdi>”'],
  ['已置頂：「營業至九時」', '已置頂：「<bdi>營業至九時</bdi>」'],
  ['Pinned: “He said “no””', 'Pinned: “<bdi>He said “no”</bdi>”'],
  ['Resolved', 'Resolved'],
  ['” and “', '” and “'],
])('%s: what is quoted keeps its own direction', (sentence, html) => {
  expect(markupOf(<Quoting sentence={sentence} />)).toBe(html)
})
