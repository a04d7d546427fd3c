import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reason } from '@/lib/i18n/reason'
import { isWindowRefused, PLATFORMS, saysWindowClosed, windowClosesAt } from '../channel/channel'
import { type ReplyFacts, replyBlockedBecause, unschedulableBecause } from './reply'

const NOW = Date.UTC(2026, 10, 21, 10)
const DAY_MS = 86_400_000

const MINE: ReplyFacts = {
  owner: 'agent',
  liveChat: true,
  channelAuthorized: true,
  assignee: { id: 'ana', name: 'Ana' },
  platform: 'whatsapp',
}

describe('when the reply window has closed', () => {
  const closed = { ...MINE, windowClosesAt: NOW }

  test('on WhatsApp a template may go and nothing else', () => {
    expect(replyBlockedBecause(closed, 'ana', NOW - 1)).toBeUndefined()
    expect(replyBlockedBecause(closed, 'ana', NOW)).toEqual(reason('reply.blocked.windowTemplate'))
    expect(replyBlockedBecause(closed, 'ana', NOW, 'list')).toEqual(
      reason('reply.blocked.windowTemplate'),
    )
    expect(replyBlockedBecause(closed, 'ana', NOW, 'template')).toBeUndefined()
  })

  test('elsewhere the member has to write first', () => {
    const why = replyBlockedBecause({ ...closed, platform: 'messenger' }, 'ana', NOW)
    expect(why).toEqual(reason('reply.blocked.window'))
  })

  test('it says so when the platform was the one to say it', () => {
    const refused = { ...closed, windowRefused: true }
    expect(replyBlockedBecause(refused, 'ana', NOW)).toEqual(
      reason('reply.blocked.refusedWindowTemplate', { platform: 'WhatsApp' }),
    )
    const elsewhere = { ...refused, platform: 'messenger' } as const
    expect(replyBlockedBecause(elsewhere, 'ana', NOW)).toEqual(
      reason('reply.blocked.refusedWindow', { platform: 'Messenger' }),
    )
  })

  test('a template obeys the owner like any other reply', () => {
    const others = { ...closed, assignee: { id: 'ben', name: 'Ben' } }
    expect(replyBlockedBecause(others, 'ana', NOW, 'template')).toEqual(
      reason('reply.blocked.colleague', { name: 'Ben' }),
    )
    expect(replyBlockedBecause({ ...closed, owner: 'bot' }, 'ana', NOW, 'template')).toEqual(
      reason('reply.blocked.bot'),
    )
  })
})

test('a reply is not scheduled beyond its window; a template may be, as it may be sent', () => {
  const limits = { now: NOW, windowClosesAt: NOW + DAY_MS }
  expect(unschedulableBecause(NOW + DAY_MS - 1, limits)).toBeUndefined()
  for (const kind of ['text', 'list'] as const)
    expect(unschedulableBecause(NOW + DAY_MS, limits, kind)).toEqual(
      reason('reply.schedule.window'),
    )
  expect(unschedulableBecause(NOW + 7 * DAY_MS, limits, 'template')).toBeUndefined()
  expect(unschedulableBecause(NOW, limits, 'template')).toEqual(reason('reply.schedule.past'))
  expect(unschedulableBecause(NOW + 400 * DAY_MS, limits, 'template')).toEqual(
    reason('reply.schedule.tooFar'),
  )
})

test('the window is never longer than a day, and what the member writes last always opens it', () => {
  const time = fc.integer({ min: NOW - 10 * DAY_MS, max: NOW })
  fc.assert(
    fc.property(
      fc.constantFrom(...PLATFORMS),
      time,
      fc.option(time, { nil: undefined }),
      (platform, inbound, refused) => {
        const closesAt = windowClosesAt(platform, inbound, refused)
        if (closesAt === undefined) return
        expect(closesAt).toBeLessThanOrEqual(inbound + DAY_MS)
        expect(closesAt).toBeGreaterThanOrEqual(inbound)
        if (!isWindowRefused(inbound, refused)) expect(closesAt).toBe(inbound + DAY_MS)
      },
    ),
  )
})

test.each([
  ['Re-engagement message (131047)', true],
  ['More than 24 hours have passed (470)', true],
  ['The member wrote long ago (131047 Re-engagement message)', true],
  ['Not this one (4701)', false],
  ['Rate limit hit (130429)', false],
  ['Call 470 if you need help', false],
  [null, false],
])('%j says that the window has closed: %s', (reason, closes) => {
  expect(saysWindowClosed(reason)).toBe(closes)
})
