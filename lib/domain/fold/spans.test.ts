import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OwnFact } from '@/lib/domain/fact'
import type { FoldEvent } from '@/lib/domain/fold/event'
import { foldEvent } from '@/lib/domain/fold/fold-event'
import { emptyWorld, type World } from '@/lib/domain/fold/world'
import { idOf } from '@/lib/log/ids'
import { readDelivery } from '@/lib/stella/read-delivery'
import { channelSettingsSchema } from '../channel/channel-settings-schema'

const CHANNEL = 'channel'
const OURS = '85268227287'
const MEMBER = '85260903521'
const START = Date.UTC(2026, 10, 21, 9)
const ID = idOf(`conversation\n${CHANNEL}\n${MEMBER}`)
/** Talks to try: in seconds by default, `LONG_FAULTS=1` for all. */
const TALKS = process.env.LONG_FAULTS === '1' ? 20_000 : 300
const TIMEOUT_MS = 60_000 + TALKS * 100

test('whatever happens to a conversation, its stretches join without gap or overlap, and the last is its owner', {
  timeout: TIMEOUT_MS,
}, () => {
  fc.assert(
    fc.property(fc.array(happening(), { minLength: 1, maxLength: 40 }), (happenings) => {
      const world = play(happenings)
      const spans = world.spans.inGroup(ID).sort((a, b) => a.place - b.place)
      const conversation = world.conversations.get(ID)
      expect(spans[0]?.startedAt).toBe(conversation?.createdAt)
      for (const [index, span] of spans.entries()) {
        const next = spans[index + 1]
        expect(span.place).toBe(index)
        expect(span.endedAt).toBe(next?.startedAt ?? null)
        if (span.endedAt !== null) expect(span.endedAt).toBeGreaterThanOrEqual(span.startedAt)
        expect(span.owner === 'agent').toBe(span.agentId !== null)
        // Only who waited through a resolve and writes again begins to wait anew.
        if (next && next.why !== 'member-returned')
          expect([next.owner, next.agentId]).not.toEqual([span.owner, span.agentId])
      }
      expect(spans.at(-1)).toMatchObject({
        owner: conversation?.owner,
        agentId: conversation?.assigneeId,
        startedAt: conversation?.ownerSince,
        why: conversation?.ownerWhy,
      })
    }),
    { numRuns: TALKS },
  )
})

test('only one alarm stands in the thread of each stretch that the bot broke into', () => {
  fc.assert(
    fc.property(fc.array(happening(), { minLength: 1, maxLength: 40 }), (happenings) => {
      const world = play(happenings)
      const takes = world.activities.loaded().filter(({ kind }) => TAKES.has(kind)).length
      const alarms = world.activities.loaded().filter(({ kind }) => kind === 'bot-spoke').length
      expect(alarms).toBeLessThanOrEqual(takes)
    }),
  )
})

const TAKES = new Set(['took-over', 'assigned'])

type Happening = { own: OwnFact } | { body: object }

/** Things that people, Stella and the member do, at moments that need not be in order. */
function happening(): fc.Arbitrary<Happening> {
  const at = fc.integer({ min: 0, max: 600 }).map((second) => START + second * 1_000)
  const who = fc.constantFrom('ana', 'ben')
  const own = fc.oneof(
    fc.record({
      type: fc.constant('live-chat.set' as const),
      conversationId: fc.constant(ID),
      liveChat: fc.boolean(),
      agentId: fc.option(who, { nil: undefined }),
      asOf: at,
      resolved: fc.option(fc.constant(true as const), { nil: undefined }),
    }),
    fc.record({
      type: fc.constant('agent.talks-released' as const),
      agentId: who,
      conversationIds: fc.constant<string[]>([ID]),
      because: fc.constant('access' as const),
    }),
    fc.record({
      type: fc.constant('conversation.status-set' as const),
      conversationId: fc.constant(ID),
      status: fc.constantFrom('open' as const, 'resolved' as const),
    }),
    fc.record({
      type: fc.constant('conversation.assigned' as const),
      conversationId: fc.constant(ID),
      agentId: fc.option(who),
      by: fc.constant({ id: 'ana', name: 'Ana' }),
      asOf: fc.option(at, { nil: undefined }),
    }),
    fc.record({
      type: fc.constant('member.read' as const),
      conversationId: fc.constant(ID),
      asOf: at,
      member: fc.boolean().map((liveChat) => ({ stellaId: 's', liveChat, tags: [] })),
    }),
  )
  const text = fc.constantFrom('hello', 'mensch')
  return fc.oneof(
    own.map((fact) => ({ own: fact })),
    fc.tuple(at, text).map(([time, words]) => ({ body: inbound(time, words) })),
    fc
      .tuple(at, fc.constantFrom('BOT', 'RELAY'))
      .map(([time, type]) => ({ body: outbound(time, type) })),
  )
}

function inbound(at: number, text: string) {
  const timestamp = String(at / 1000)
  return { from: MEMBER, to: OURS, timestamp, type: 'TEXT', data: { text } }
}

function outbound(at: number, type: string) {
  const data = { text: `${type} ${at}` }
  const messageId = `${type}-${at}`
  const messageEvent = { from: OURS, to: MEMBER, timestamp: at, type: 'TEXT', data, messageId }
  return { type, messageEvent }
}

function play(happenings: Happening[]): World {
  const world = emptyWorld(0, idOf)
  const settings = channelSettingsSchema.parse({ handOverKeywords: ['mensch'] })
  const first: Happening[] = [
    {
      own: {
        type: 'channel.connected',
        channelId: CHANNEL,
        connectionId: 'connection',
        name: 'Shop',
        platform: 'whatsapp',
        stellaId: 'stella',
        externalId: OURS,
      },
    },
    { own: { type: 'channel.configured', channelId: CHANNEL, settings } },
    { body: inbound(START, 'first') },
  ]
  for (const [index, each] of [...first, ...happenings].entries())
    foldEvent(world, toEvent(each, index + 1))
  expect(world.outcomes.loaded().filter((outcome) => outcome.error)).toEqual([])
  return world
}

function toEvent(happening: Happening, id: number): FoldEvent {
  const receivedAt = START + id * 20_000
  const base = { id, channelId: CHANNEL, agentId: null, receivedAt }
  if ('own' in happening)
    return { ...base, kind: happening.own.type, reading: { own: happening.own } }
  const context = { platform: 'whatsapp' as const, externalId: OURS, receivedAt }
  const bytes = Buffer.from(JSON.stringify(happening.body))
  return { ...base, kind: 'webhook', reading: readDelivery(bytes, context) }
}
