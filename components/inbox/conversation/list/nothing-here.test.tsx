import { expect, test } from 'vitest'
import { linesIn, markupOf } from '@/components/ui/testing-markup'
import type { InboxLocation } from '@/lib/client/conversation/location'
import { NothingHere } from './nothing-here'

const read = (location: InboxLocation) =>
  linesIn(markupOf(<NothingHere location={location} onClearSearch={() => undefined} />))

test('a search that found nothing names its words, and offers to look further where it was narrow', () => {
  expect(read({ view: 'all', q: 'teapot' })).toContain('No results for “teapot”')
  expect(read({ view: 'all', q: 'teapot' })).not.toContain('Search all conversations')
  expect(read({ view: 'all', q: 'teapot', channel: 'shop' })).toContain('Search all conversations')
})

test('a tag or a channel without conversations leads first to all of them, then out of itself', () => {
  expect(read({ view: 'mine', tag: 'vip' })).toContain('Look in all conversations')
  expect(read({ view: 'all', tag: 'vip' })).toContain('Show all conversations')
  expect(read({ view: 'mine', channel: 'shop' })).toContain('Look in all conversations')
  expect(read({ view: 'all', channel: 'shop' })).toContain('Show all channels')
})
