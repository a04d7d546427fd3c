import { expect, test } from 'vitest'
import { toAddress, toInboxLocation } from './location'

test('an address brings back the same screen', () => {
  const place = {
    conversationId: 'c-1',
    view: 'waiting',
    channel: 'shop',
    tag: 'VIP & co',
    q: '陳 大文 & co',
  } as const
  const url = new URL(toAddress(place), 'https://inbox.example')
  expect(toInboxLocation(url.pathname, url.searchParams)).toEqual(place)
})

test('the usual place has a short address', () => {
  expect(toAddress({ view: 'mine' })).toBe('/inbox')
  expect(toAddress({ view: 'mine', conversationId: 'c-1' })).toBe('/inbox/c-1')
})

test('an unknown view is the first one', () => {
  expect(toInboxLocation('/inbox', new URLSearchParams('view=nonsense'))).toEqual({
    conversationId: undefined,
    view: 'mine',
    channel: undefined,
    q: undefined,
  })
})
