import { expect, test } from 'vitest'
import { reason } from '@/lib/i18n/reason'
import { ANA, messageOf } from '../testing-conversation'
import { toAuthorName } from './author-name'

test('people are called by their names, and a timer’s message is an agent’s', () => {
  expect(toAuthorName(messageOf(), 'Roy')).toBe('Roy')
  expect(toAuthorName(messageOf({ author: 'agent', agent: ANA }), 'Roy')).toBe('Ana')
  expect(toAuthorName(messageOf({ author: 'agent' }), 'Roy')).toEqual(
    reason('message.author.agent'),
  )
})

test('who answers past this inbox is called by where it was written', () => {
  expect(toAuthorName(messageOf({ author: 'bot' }), 'Roy')).toEqual(reason('message.author.bot'))
  expect(toAuthorName(messageOf({ author: 'phone' }), 'Roy')).toEqual(
    reason('message.author.phone'),
  )
})
