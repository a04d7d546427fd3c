import { expect, test } from 'vitest'
import { toEventQuery, toEventSearch } from './event-address'

test('a link shows the same list, whatever is looked for', () => {
  const query = {
    channel: 'shop',
    kind: 'reply.*',
    outcome: 'quarantined',
    q: 'a & b = ü',
    from: '2026-11-21T09:00:00.000Z',
    to: '2026-11-21T10:00:00.000Z',
  }
  expect(toEventQuery(new URLSearchParams(toEventSearch(query)))).toEqual(query)
})

test('a filter that was cleared leaves the address', () => {
  expect(toEventSearch({ channel: '', q: 'hello' })).toBe('?q=hello')
  expect(toEventSearch({ channel: '', q: '' })).toBe('')
})

test('what is no filter of the log is not asked for', () => {
  expect(toEventQuery(new URLSearchParams('q=hello&page=2&__proto__=x'))).toEqual({ q: 'hello' })
})
