import { expect, test } from 'vitest'
import { reason } from '@/lib/i18n/reason'
import { ANA, conversationOf, messageOf } from '../testing-conversation'
import { isAnswered, ownershipBlocks } from './ownership-blocks'

test('who answers may hand back, transfer and return to the queue, and need not take over', () => {
  expect(ownershipBlocks(conversationOf(), ANA.id)).toEqual({
    noTakeOver: reason('owner.rule.youAnswerAlready'),
    noHandBack: undefined,
    noAssign: undefined,
    noQueue: undefined,
  })
})

test('whoever comes to the conversation of another may take it over and do nothing else', () => {
  const blocks = ownershipBlocks(conversationOf(), 'marco')
  expect(blocks.noTakeOver).toBeUndefined()
  for (const block of [blocks.noHandBack, blocks.noAssign, blocks.noQueue])
    expect(block).toEqual(reason('owner.rule.heldBy', { name: 'Ana' }))
})

test('while the bot answers it can be taken over, and nothing goes back to it or to the queue', () => {
  const bot = conversationOf({ owner: 'bot', assignee: undefined, liveChat: false })
  expect(ownershipBlocks(bot, ANA.id)).toEqual({
    noTakeOver: undefined,
    noHandBack: reason('owner.rule.botAnswers'),
    noAssign: undefined,
    noQueue: reason('owner.rule.nobodyHolds'),
  })
})

test('once the bot spoke against its agent, they may take over again', () => {
  const asOf = { liveChatAsOf: '2026-11-21T09:00:00Z' }
  const spoken = conversationOf({ ...asOf, driftAt: '2026-11-21T09:05:00Z' })
  expect(ownershipBlocks(spoken, ANA.id).noTakeOver).toBeUndefined()
  const settled = conversationOf({ ...asOf, driftAt: '2026-11-21T08:55:00Z' })
  expect(ownershipBlocks(settled, ANA.id).noTakeOver).toEqual(reason('owner.rule.youAnswerAlready'))
})

test('over a disconnected channel nothing changes hands', () => {
  const { channel } = conversationOf()
  const gone = conversationOf({ channel: { ...channel, authorized: false } })
  const blocks = Object.values(ownershipBlocks(gone, ANA.id))
  expect(new Set(blocks)).toEqual(new Set([reason('owner.rule.disconnected')]))
})

test('a reply that is on its way answers the member; one that failed, or a timer’s, does not', () => {
  const reply = messageOf({ author: 'agent', agent: ANA, delivery: 'queued' })
  expect(isAnswered([messageOf(), reply])).toBe(true)
  expect(isAnswered([messageOf(), { ...reply, delivery: 'failed' }])).toBe(false)
  expect(isAnswered([messageOf(), { ...reply, agent: undefined }])).toBe(false)
  expect(isAnswered([messageOf()])).toBe(false)
  expect(isAnswered([])).toBe(false)
})

test('what the bot says against an agent answers nothing, and takes no answer back', () => {
  const [reply, bots] = [messageOf({ author: 'agent', agent: ANA }), messageOf({ author: 'bot' })]
  expect(isAnswered([messageOf(), bots])).toBe(false)
  expect(isAnswered([messageOf(), reply, bots])).toBe(true)
  expect(isAnswered([reply, bots, messageOf()])).toBe(false)
})
