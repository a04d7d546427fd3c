import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OwnFact } from '@/lib/domain/fact'
import { foldEvent } from '@/lib/domain/fold/fold-event'
import { emptyWorld, type World } from '@/lib/domain/fold/world'
import { idOf } from '@/lib/log/ids'
import { readDelivery } from '@/lib/stella/read-delivery'
import { conversationIdOf } from './conversation/find-conversation'

const CHANNEL = 'channel'
const OURS = '85268227287'
const MEMBER = '85260903521'
const START = Date.UTC(2026, 10, 21, 9)
const REPLIES = ['a', 'b', 'c']
const HOUR_MS = 3_600_000

type Step = { own: OwnFact } | { says: number }

const step = fc.oneof(
  fc.integer({ min: 1, max: 900 }).map((second): Step => ({ says: second })),
  fc
    .tuple(
      fc.constantFrom(...REPLIES),
      fc.constantFrom(
        'due',
        'withdrawn',
        'cancelled',
        'attempted',
        'sent',
        'delayed',
        'refused',
        'rescheduled',
      ),
    )
    .map(([messageId, what]): Step => ({ own: toFact(messageId, what) })),
)

const queued = fc.record({
  held: fc.boolean(),
  scheduled: fc.boolean(),
  unlessMemberWrites: fc.boolean(),
})

/** Three replies of every manner of waiting, then anything that may happen to them, sensible or not. */
const stories = fc.tuple(
  fc.array(queued, { minLength: 3, maxLength: 3 }),
  fc.array(step, { maxLength: 25 }),
)

test('whatever happens to replies that wait: what was taken back is gone, what was attempted stays, and no wait outlives its end', () => {
  fc.assert(
    fc.property(stories, ([manners, steps]) => {
      const world = begin(manners)
      const attempted = new Set<string>()
      for (const [index, each] of steps.entries()) {
        const before = 'own' in each && 'messageId' in each.own ? each.own.messageId : ''
        const wasThere = world.messages.get(before)?.removed === false
        const wasQueued = world.messages.get(before)?.delivery === 'queued'
        play(world, each, index + 10)
        if ('own' in each && each.own.type === 'reply.attempted' && wasThere) attempted.add(before)
        if (
          'own' in each &&
          each.own.type === 'reply.withdrawn' &&
          wasQueued &&
          !attempted.has(before)
        )
          expect(world.messages.get(before)?.removed).toBe(true)
        expectSound(world, attempted)
      }
    }),
    { numRuns: 1_000 },
  )
})

test('a reply for the member’s silence is given up by a line written after it, in whatever second, and by no older one', () => {
  fc.assert(
    fc.property(fc.integer({ min: -900, max: 900 }), (second) => {
      const world = begin([{ held: false, scheduled: true, unlessMemberWrites: true }])
      play(world, { says: second }, 10)
      const isAfter = second >= 0
      expect(world.messages.get('a')?.delivery).toBe(isAfter ? 'failed' : 'queued')
      expect(world.messages.get('a')?.sendAt === null).toBe(isAfter)
    }),
  )
})

function expectSound(world: World, attempted: Set<string>) {
  for (const id of REPLIES) {
    const reply = world.messages.get(id)
    if (!reply) continue
    if (attempted.has(id) && reply.delivery !== 'queued') expect(reply.heldUntil).toBeNull()
    if (reply.delivery === 'failed') expect(reply.sendAt).toBeNull()
    if (reply.removed) expect(attempted.has(id) && reply.attemptedAt !== null).toBe(false)
  }
  const [conversation] = world.conversations.loaded()
  const last = world.messages.get(conversation?.lastMessageId ?? '')
  expect(last?.sendAt ?? null, 'a scheduled reply is nobody’s last word').toBeNull()
}

/** A member has said hello, and replies were written in these manners. */
function begin(
  manners: { held: boolean; scheduled: boolean; unlessMemberWrites: boolean }[],
): World {
  const world = emptyWorld(0, idOf)
  const channel = { channelId: CHANNEL, connectionId: 'connection', name: 'Shop' }
  const place = { platform: 'whatsapp', stellaId: 'stella', externalId: OURS } as const
  play(world, { own: { type: 'channel.connected', ...channel, ...place } }, 1)
  play(world, { says: -1_000 }, 2)
  const conversationId = conversationIdOf(world, CHANNEL, MEMBER)
  for (const [index, { held, scheduled, unlessMemberWrites }] of manners.entries()) {
    const messageId = REPLIES[index] ?? ''
    const content = { type: 'text', text: messageId } as const
    const when = scheduled
      ? { sendAt: START + HOUR_MS, unlessMemberWrites }
      : held
        ? { heldUntil: START + 15_000 }
        : {}
    const fact = { messageId, conversationId, agentId: 'ana', content, ...when }
    play(world, { own: { type: 'reply.queued', ...fact } }, 3 + index, START)
  }
  return world
}

function play(world: World, step: Step, id: number, at = START + id * 1_000) {
  const base = { id, channelId: CHANNEL, agentId: null, receivedAt: at }
  if ('own' in step) foldEvent(world, { ...base, kind: step.own.type, reading: { own: step.own } })
  else {
    const context = {
      platform: 'whatsapp',
      externalId: OURS,
      dialect: 'stella',
      receivedAt: at,
    } as const
    const reading = readDelivery(toBody(step.says, id), context)
    foldEvent(world, { ...base, kind: 'webhook', reading })
  }
  expect(world.outcomes.get(String(id))?.error ?? null).toBeNull()
}

function toBody(second: number, id: number): Uint8Array {
  const timestamp = String(START / 1000 + second)
  const message = { from: MEMBER, id: `in-${id}`, timestamp, type: 'text', text: { body: `${id}` } }
  return Buffer.from(JSON.stringify({ messages: [message] }))
}

function toFact(messageId: string, what: string): OwnFact {
  switch (what) {
    case 'delayed':
      return { type: 'reply.delayed', messageId, reason: 'away', nextAttemptAt: START }
    case 'refused':
      return { type: 'reply.refused', messageId, reason: 'no' }
    case 'rescheduled': {
      const content = { type: 'text', text: 'anew' } as const
      const when = { sendAt: START + 2 * HOUR_MS, unlessMemberWrites: true }
      return { type: 'reply.rescheduled', messageId, content, ...when }
    }
    case 'due':
      return { type: 'reply.due', messageId }
    case 'withdrawn':
      return { type: 'reply.withdrawn', messageId }
    case 'cancelled':
      return { type: 'reply.cancelled', messageId }
    case 'attempted':
      return { type: 'reply.attempted', messageId }
    default:
      return { type: 'reply.sent', messageId }
  }
}
