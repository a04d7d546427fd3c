import { expect, test } from 'vitest'
import { toBox, toTypeLabel } from './media-box'

test.each([
  [1600, 1200, { width: 320, height: 240 }],
  [900, 1600, { width: 180, height: 320 }],
  [200, 100, { width: 200, height: 100 }],
  [4000, 100, { width: 320, height: 96 }],
  [undefined, undefined, { width: 240, height: 180 }],
])('a picture of %s × %s gets its space before it loads', (width, height, box) => {
  expect(toBox({ width, height })).toEqual(box)
})

test.each([
  [{ name: 'invoice.pdf', type: 'application/octet-stream' }, 'PDF'],
  [{ name: 'table.xlsx' }, 'XLSX'],
  [{ type: 'application/pdf' }, 'PDF'],
  [{ name: 'no ending', type: 'application/vnd.ms-excel' }, undefined],
  [{}, undefined],
])('%o is labelled %s', (media, label) => {
  expect(toTypeLabel(media)).toBe(label)
})
