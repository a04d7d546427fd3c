import { expect, test } from 'vitest'
import { quotedIn } from '@/lib/i18n/reason'
import { splitByWords, toHit } from './search-hit'

test('a hit shows the words that were searched for, wherever in the line they stand', () => {
  const hit = (text: string, q: string) => quotedIn(toHit({ type: 'text', text }, q))
  expect(hit('My parcel is late', 'PARCEL')).toBe('My parcel is late')
  const long = `${'Good morning to all of you there, '.repeat(8)}where is my parcel today? ${'x'.repeat(300)}`
  expect(hit(long, 'my parcel')).toMatch(/^….*where is my parcel today\?/)
  expect(hit(long, 'my parcel').length).toBeLessThan(170)
  expect(hit('我想改送貨地址，請問可以嗎？我想改送貨地址，請問可以嗎？請寄到旺角', '旺角')).toMatch(
    /^….*旺角$/,
  )
  expect(hit('line one\nline two', 'one line')).toBe('line one line two')
})

test('a hit shows a name on a card, a product or a place too', () => {
  const contacts = [
    { name: 'Otto', phones: ['1'], emails: [] },
    { name: 'Gloria Ng', phones: ['2'], emails: [] },
  ]
  expect(toHit({ type: 'contacts', contacts }, 'gloria')).toContain('Gloria')
  const items = [{ productId: 'LAMP-9', quantity: 1 }]
  expect(toHit({ type: 'order', items }, 'lamp')).toBe('LAMP-9')
  expect(toHit({ type: 'text', text: 'Nothing of it' }, 'elsewhere')).toBe('Nothing of it')
})

test('the words are marked, each time they are there', () => {
  expect(
    splitByWords('Red, red rose', 'red').map(({ text, isHit }) => (isHit ? `[${text}]` : text)),
  ).toEqual(['[Red]', ', ', '[red]', ' rose'])
  expect(splitByWords('none', 'red')).toEqual([{ text: 'none', isHit: false }])
  expect(splitByWords('İstanbul red', 'red')).toContainEqual({ text: 'red', isHit: true })
})
