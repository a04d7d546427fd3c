import { expect, test } from 'vitest'
import { messageOf } from '../../testing-conversation'
import { newsAfter } from './news-after'

const thread = [
  messageOf({ id: 'hello' }),
  messageOf({ id: 'reply', author: 'agent' }),
  messageOf({ id: 'thanks' }),
  messageOf({ id: 'bot', author: 'bot' }),
]

test('who reads older lines is told how many came below, but not of their own', () => {
  expect(newsAfter(thread, 'hello')).toBe(2)
  expect(newsAfter(thread, 'bot')).toBe(0)
})

test('a line that is gone from the thread makes no news of all the others', () => {
  expect(newsAfter(thread, 'removed')).toBe(0)
  expect(newsAfter(thread, undefined)).toBe(0)
})
