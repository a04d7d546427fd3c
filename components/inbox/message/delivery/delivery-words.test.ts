import { describe, expect, test } from 'vitest'
import type { LocalMessage } from '@/lib/client/message/bubble'
import { DELIVERIES } from '@/lib/domain/message/delivery'
import { CANCELLED } from '@/lib/domain/reply/reply'
import { reason, type Said } from '@/lib/i18n/reason'
import { needsAttention, toDeliveryLine } from './delivery-words'

const CLOCK = { now: Date.parse('2026-11-21T06:00:00Z'), timeZone: 'Asia/Hong_Kong' }

test.each([
  ['queued', 'clock', 'message.delivery.sending'],
  ['sending', 'clock', 'message.delivery.sending'],
  ['sent', 'one-tick', 'message.delivery.sent'],
  ['delivered', 'two-ticks', 'message.delivery.delivered'],
  ['read', 'coloured-ticks', 'message.delivery.read'],
] as const)('%s shows %s and is read out as %s', (delivery, icon, key) => {
  const words = { key }
  expect(toDeliveryLine(reply({ delivery }), CLOCK)).toMatchObject({ icon, words, actions: [] })
})

test('every state has a word', () => {
  for (const delivery of DELIVERIES) {
    expect(toDeliveryLine(reply({ delivery }), CLOCK)?.words.key).toMatch(/\w/)
  }
})

describe('what went wrong says why and what to do', () => {
  test("a refusal shows Stella's own reason with Try again", () => {
    expect(toDeliveryLine(reply({ delivery: 'failed', error: 'Message too old' }), CLOCK)).toEqual({
      icon: 'warning',
      words: reason('message.delivery.failedBecause', { why: 'Message too old' }),
      shown: true,
      tone: 'bad',
      actions: ['try-again', 'discard'],
    })
  })

  test('words that failed can be written anew, and what was given up shouts no longer', () => {
    const failed = (error: Said) =>
      toDeliveryLine(reply({ delivery: 'failed', error, text: 'Hi' }), CLOCK)
    expect(failed('Too old')?.actions).toEqual(['try-again', 'edit', 'discard'])
    expect(failed(CANCELLED)).toMatchObject({ tone: 'quiet', actions: ['try-again'] })
  })

  test('a failure of the bot cannot be tried again from here', () => {
    const line = toDeliveryLine(reply({ author: 'bot', delivery: 'failed', error: 'No.' }), CLOCK)
    expect(line).toMatchObject({
      words: reason('message.delivery.failedBecause', { why: 'No.' }),
      actions: [],
    })
  })

  test('an unclear answer waits two minutes for the echo, then asks the agent', () => {
    const at = (attemptedAt: string) =>
      toDeliveryLine(reply({ delivery: 'unconfirmed', attemptedAt }), CLOCK)
    expect(at('2026-11-21T05:58:01Z')).toMatchObject({
      words: reason('message.delivery.awaited'),
      actions: ['arrived'],
    })
    expect(at('2026-11-21T05:58:00Z')).toMatchObject({
      words: reason('message.delivery.unconfirmed'),
      actions: ['arrived', 'send-again'],
    })
  })

  test('a reply that waits for Stella says when it is tried again, and can be cancelled', () => {
    const nextAttemptAt = '2026-11-21T06:03:00Z'
    expect(toDeliveryLine(reply({ delivery: 'queued', nextAttemptAt }), CLOCK)).toMatchObject({
      words: reason('message.delivery.retryAt', {
        at: { at: Date.parse(nextAttemptAt), as: 'time' },
      }),
      actions: ['cancel'],
    })
  })

  test('a reply that never left the browser can be posted again', () => {
    const unposted = reply({ delivery: 'queued', local: 'not-posted', localError: 'No answer' })
    expect(toDeliveryLine(unposted, CLOCK)).toMatchObject({
      words: reason('message.delivery.notPosted', { why: 'No answer' }),
      tone: 'bad',
      actions: ['resend', 'take-back'],
    })
  })

  test('while the line is down it waits and goes by itself, but not for ever', () => {
    const unposted = reply({ delivery: 'queued', local: 'not-posted', localError: 'No answer' })
    const offline = { ...CLOCK, now: Date.parse(unposted.sentAt) + 60_000, isOffline: true }
    expect(toDeliveryLine(unposted, offline)).toMatchObject({
      words: reason('message.delivery.offline'),
      tone: 'wait',
    })
    const late = { ...offline, now: offline.now + 3_600_000 }
    expect(toDeliveryLine(unposted, late)?.words.key).toBe('message.delivery.notPosted')
  })
})

test('only what went wrong or waits claims a line of its own', () => {
  const states = DELIVERIES.filter((delivery) =>
    needsAttention(toDeliveryLine(reply({ delivery }), CLOCK)),
  )
  expect(states).toEqual(['failed', 'unconfirmed'])
})

test('a message without any report says nothing', () => {
  expect(toDeliveryLine(reply({ delivery: undefined }), CLOCK)).toBeUndefined()
})

function reply(more: Partial<LocalMessage>): LocalMessage {
  return {
    id: 'm1',
    conversationId: 'roy',
    feed: 1,
    author: 'agent',
    kind: 'text',
    content: { type: 'text', text: 'Hi' },
    sentAt: '2026-11-21T06:00:00Z',
    receivedAt: '2026-11-21T06:00:00Z',
    order: '1',
    reactions: [],
    media: [],
    ...more,
  }
}

test('a reply that is held counts down and can be undone, wherever it stands in its group', () => {
  const line = toDeliveryLine(
    reply({ delivery: 'queued', heldUntil: '2026-11-21T06:00:07.200Z' }),
    CLOCK,
  )
  expect(line).toMatchObject({
    words: reason('message.delivery.sendingIn', { span: { ms: 8000, finest: 'seconds' } }),
    shown: true,
    actions: ['undo'],
  })
  expect(needsAttention(line)).toBe(true)
  const over = reply({ delivery: 'queued', heldUntil: '2026-11-21T05:59:59Z' })
  expect(toDeliveryLine(over, CLOCK)).toMatchObject({
    words: reason('message.delivery.sending'),
    actions: [],
  })
})

test('while nothing goes out through its channel, a queued reply says why and can be cancelled', () => {
  const clock = { ...CLOCK, outage: 'The platform is busy' }
  expect(toDeliveryLine(reply({ delivery: 'queued' }), clock)).toMatchObject({
    words: reason('message.delivery.waitingBecause', { why: 'The platform is busy' }),
    tone: 'wait',
    actions: ['cancel'],
  })
})
