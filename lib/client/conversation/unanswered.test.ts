import { expect, test } from 'vitest'
import { unansweredSince } from './unanswered'

const AT = '2026-11-21T06:00:00Z'
const last = { kind: 'text', preview: 'Hi', sentAt: '2026-11-21T06:03:00Z' } as const
const held = {
  owner: 'agent',
  ownerSince: '2026-11-21T05:50:00Z',
  status: 'open',
  lastInboundAt: AT,
} as const
const ana = { id: 'ana', name: 'Ana' }

test.each([
  ['the member wrote last', { ...held, lastMessage: { ...last, author: 'member' } }, true],
  ['only a text by itself followed', { ...held, lastMessage: { ...last, author: 'agent' } }, true],
  [
    'a person wrote last',
    { ...held, lastMessage: { ...last, author: 'agent', agent: ana } },
    false,
  ],
  [
    'a person’s reply failed',
    { ...held, failedReplies: 1, lastMessage: { ...last, author: 'agent', agent: ana } },
    true,
  ],
  ['the bot spoke against its agent', { ...held, lastMessage: { ...last, author: 'bot' } }, true],
  [
    'the bot had answered before an agent took over',
    { ...held, ownerSince: '2026-11-21T06:04:00Z', lastMessage: { ...last, author: 'bot' } },
    false,
  ],
  ['somebody used the API', { ...held, lastMessage: { ...last, author: 'api' } }, false],
  ['nobody wrote yet', held, false],
  ['the bot answers', { ...held, owner: 'bot', lastMessage: { ...last, author: 'member' } }, false],
  [
    'it is resolved',
    { ...held, status: 'resolved', lastMessage: { ...last, author: 'member' } },
    false,
  ],
] as const)('where %s the member waits for an answer: %o %s', (_, facts, waits) => {
  expect(unansweredSince(facts)).toBe(waits ? Date.parse(AT) : undefined)
})
