import { expect, test } from 'vitest'
import { messageOf } from '../testing-conversation'
import { toBubbleLook } from './bubble-look'

const reply = messageOf({ author: 'agent', delivery: 'sent' })

test('a reply that did not arrive looks unlike every other, also where only this browser knows it', () => {
  const failed = toBubbleLook({ ...reply, delivery: 'failed' })
  expect(failed).toContain('bad')
  expect(toBubbleLook({ ...reply, local: 'not-posted' })).toBe(failed)
  expect(toBubbleLook(reply)).not.toContain('bad')
})

test('a reply without a clear answer looks unsettled, as does one that waits to leave', () => {
  const unsettled = toBubbleLook({ ...reply, delivery: 'unconfirmed' })
  expect(unsettled).toContain('dashed')
  expect(toBubbleLook({ ...reply, delivery: 'queued' }, true)).toBe(unsettled)
})

test('member, bot and our side are told apart', () => {
  const looks = (['member', 'bot', 'agent', 'phone'] as const).map((author) =>
    toBubbleLook(messageOf({ author })),
  )
  expect(new Set(looks).size).toBe(4)
})

test('a sticker has no bubble around it, whoever sent it', () => {
  const content = { type: 'sticker', mediaIds: ['s'] } as never
  expect(toBubbleLook(messageOf({ author: 'agent', content }))).toBe('border-transparent')
})
