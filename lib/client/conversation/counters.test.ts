import { expect, test } from 'vitest'
import type { CounterView, CountsView } from '@/lib/view/counts-view'
import { withCounters } from './counters'

const counts: CountsView = {
  mine: 1,
  waiting: 2,
  bot: 5,
  all: 9,
  failed: 1,
  counters: [
    { channelId: 'shop', name: 'open', n: 7, feed: 10 },
    { channelId: 'shop', name: 'resolved', n: 2, feed: 4 },
    { channelId: 'shop', name: 'waiting', n: 2, feed: 10 },
    { channelId: 'shop', name: 'bot', n: 5, feed: 8 },
    { channelId: 'shop', name: 'mine', agentId: 'ana', n: 1, feed: 3 },
  ],
}

function waiting(n: number, feed: number): CounterView {
  return { channelId: 'shop', name: 'waiting', n, feed }
}

test('a number of a frame takes the place of the older one, and an older one of no newer', () => {
  expect(withCounters(counts, [waiting(3, 11)], 'ana')).toMatchObject({ waiting: 3, failed: 1 })
  expect(withCounters(counts, [waiting(9, 9)], 'ana')).toMatchObject({ waiting: 2 })
  const twice = withCounters(withCounters(counts, [waiting(3, 11)], 'ana'), [waiting(4, 10)], 'ana')
  expect(twice).toMatchObject({ waiting: 3, bot: 5, all: 9 })
})

test('a channel that is new adds to the sums; what others hold is nobody else’s number', () => {
  const changed: CounterView[] = [
    { channelId: 'help', name: 'open', n: 1, feed: 12 },
    { channelId: 'help', name: 'waiting', n: 1, feed: 12 },
    { channelId: 'shop', name: 'mine', agentId: 'ben', n: 4, feed: 12 },
  ]
  expect(withCounters(counts, changed, 'ana')).toMatchObject({ mine: 1, waiting: 3, all: 10 })
})
