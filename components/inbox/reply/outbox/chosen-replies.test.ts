import { expect, test } from 'vitest'
import type { OutboxItemView } from '@/lib/view/outbox-view'
import { messageOf } from '../../testing-conversation'
import { chosenAmong, withAllToggled, withToggled } from './chosen-replies'

const list = ['one', 'two', 'three'].map(item)

test('a reply that left the list is not settled with the others', () => {
  expect(chosenAmong(list, new Set(['three', 'gone', 'one']))).toEqual(['one', 'three'])
})

test('choosing a reply twice leaves it out', () => {
  expect(withToggled(withToggled([], 'one'), 'two')).toEqual(['one', 'two'])
  expect(withToggled(['one', 'two'], 'one')).toEqual(['two'])
})

test('the box over the list chooses what is missing, and then nothing', () => {
  expect(withAllToggled(list, ['two'])).toEqual(['one', 'two', 'three'])
  expect(withAllToggled(list, ['one', 'two', 'three'])).toEqual([])
})

function item(id: string): OutboxItemView {
  const channel = { id: 'shop', name: 'Shop HK', platform: 'whatsapp' } as const
  return { message: messageOf({ id }), memberName: 'Roy', channel }
}
