import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareOrder } from '@/lib/domain/conversation/order'
import type { OwnFact } from '@/lib/domain/fact'
import type { FoldEvent } from '@/lib/domain/fold/event'
import { foldEvent } from '@/lib/domain/fold/fold-event'
import { emptyWorld, type World } from '@/lib/domain/fold/world'
import { idOf } from '@/lib/log/ids'
import { readDelivery } from '@/lib/stella/read-delivery'

const CHANNEL = 'channel'
const OURS = '85268227287'
const MEMBER = '85260903521'
const START = Date.UTC(2026, 10, 21, 9)
const HOUR_MS = 3_600_000
/** Schedules to try, T4 of the figures to reach: in seconds by default, `LONG_FAULTS=1` for all. */
const SCHEDULES = process.env.LONG_FAULTS === '1' ? 50_000 : 200
// Ten times what a quiet machine needs.
const TIMEOUT_MS = 60_000 + SCHEDULES * 100

test('any order and any repetition of one conversation’s webhooks give one and the same thread', {
  timeout: TIMEOUT_MS,
}, () => {
  fc.assert(
    fc.property(scenarios(), fc.infiniteStream(fc.nat(1_000_000)), (scenario, order) => {
      const inTurn = threadOf(play(scenario.events))
      const shuffled = threadOf(play(shuffle(scenario.events, order)))
      expect(shuffled).toEqual(inTurn)
    }),
    { numRuns: SCHEDULES },
  )
})

test('what is shown of a member’s words is what the member sent: never more, never less', {
  timeout: TIMEOUT_MS,
}, () => {
  fc.assert(
    fc.property(scenarios(), fc.infiniteStream(fc.nat(1_000_000)), (scenario, order) => {
      const world = play(shuffle(scenario.events, order))
      const shown = visible(world).filter((message) => message.author === 'member')
      expect(shown.length).toBe(scenario.messageCount)
      const [conversation] = world.conversations.loaded()
      expect(conversation?.unread ?? 0).toBe(scenario.messageCount)
      expect(conversation?.lastMessageId ?? undefined).toBe(visible(world).at(-1)?.id)
    }),
    { numRuns: SCHEDULES },
  )
})

test('equal words without ids are never shown more often than they were said', {
  timeout: TIMEOUT_MS,
}, () => {
  fc.assert(
    fc.property(crowds(), fc.infiniteStream(fc.nat(1_000_000)), (messages, order) => {
      const events = messages.flatMap((each, index) => lineEvents(each, index))
      const world = play(shuffle(events, order))
      const shown = visible(world)
      const ids = shown.flatMap((message) => message.platformMessageId ?? [])
      const raws = messages.filter((message) => message.forms !== 'normalized')
      expect(shown.length).toBeLessThanOrEqual(messages.length)
      expect(new Set(ids).size).toBe(raws.length)
      expect(ids.length).toBe(raws.length)
      expect(world.conversations.loaded()[0]?.unread ?? 0).toBe(shown.length)
      expect(threadOf(world)).toEqual(threadOf(play(events)))
    }),
    { numRuns: SCHEDULES },
  )
})

test('a watermark reaches every line that left by then, whether it came before or after the line', () => {
  const messageCount = [0, 10, 20].map((second) =>
    botEvents({ text: 'Hi', second, receipts: [], signs: [], hasId: true, repeats: 0 }, second),
  )
  const events = [...messageCount.flat(), watermarkEvent({ type: 'READ', second: 15 })]
  for (const order of [events, events.toReversed()]) {
    const deliveries = visible(play(order)).map((message) => message.delivery)
    expect(deliveries).toEqual(['read', 'read', 'sent'])
  }
})

test('a reply that Stella refused is not read, however late the watermark', () => {
  const [queued, attempted] = replyEvents('r', 'unclear', 0)
  const refused: Item = { own: { type: 'reply.refused', messageId: 'r', reason: 'no' } }
  const read = watermarkEvent({ type: 'READ', second: 30_000 })
  const world = play([queued, attempted, refused, read].flatMap((item) => item ?? []))
  expect(visible(world).map((message) => message.delivery)).toEqual(['failed'])
})

test('the platform’s latest word on the reply window stands, in whatever order it comes', () => {
  const messageCount = ['first', 'second'].map((id, place) => ({
    body: {
      type: 'BOT',
      messageEvent: {
        from: OURS,
        to: MEMBER,
        timestamp: START + place * 1000,
        type: 'TEXT',
        data: { text: id },
        messageId: id,
      },
    },
  }))
  const failed = ['first', 'second'].map((id, place) => ({
    body: {
      statuses: [
        {
          id,
          recipient_id: MEMBER,
          status: 'failed',
          timestamp: String(START / 1000 + 10 + place),
          errors: [{ code: 131047, title: 'Re-engagement message' }],
        },
      ],
    },
  }))
  const items = [...messageCount, ...failed]
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat(1_000_000)), (order) => {
      const [conversation] = play(shuffle(items, order)).conversations.loaded()
      expect(conversation?.windowRefusedAt).toBe(START + 11_000)
    }),
    { numRuns: 50 },
  )
})

test('a member who changed the number keeps one thread, and replies go to the new one', () => {
  const text = (from: string, id: string, second: number) => ({
    body: {
      messages: [
        {
          from,
          id,
          timestamp: String(START / 1000 + second),
          type: 'text',
          text: { body: id },
        },
      ],
    },
  })
  const system = { type: 'user_changed_number', body: 'Roy changed', new_wa_id: '85262222222' }
  const moved = {
    body: {
      messages: [
        { from: MEMBER, id: 'moved', timestamp: String(START / 1000 + 5), type: 'system', system },
      ],
    },
  }
  const world = play([text(MEMBER, 'before', 1), moved, text('85262222222', 'after', 9), moved])
  expect(visible(world).map((message) => message.conversationId)).toEqual([
    CONVERSATION,
    CONVERSATION,
  ])
  expect(world.conversations.loaded()).toHaveLength(1)
  expect(world.members.loaded()).toMatchObject([{ externalId: MEMBER, movedTo: '85262222222' }])
  expect(world.activities.loaded()).toMatchObject([{ kind: 'id-changed', detail: 'Roy changed' }])
})

test('words that the member changed are shown as changed last, in whatever order they come', () => {
  const edit = (text: string, second: number) => ({
    body: {
      sender: { id: MEMBER },
      recipient: { id: OURS },
      timestamp: START + second * 1000,
      ...(second === 0
        ? { message: { mid: 'm', text } }
        : { message_edit: { mid: 'm', text, num_edit: second } }),
    },
  })
  const versions = [edit('one', 0), edit('two', 1), edit('three', 2)]
  for (const order of [versions, versions.toReversed()])
    expect(visible(play(order))).toMatchObject([{ content: { type: 'text', text: 'three' } }])
})

test('replies with the same words each find their own echo, whatever Stella answered', {
  timeout: TIMEOUT_MS,
}, () => {
  const answers = fc.array(fc.constantFrom('id', 'no id', 'unclear'), {
    minLength: 1,
    maxLength: 4,
  })
  fc.assert(
    fc.property(answers, fc.infiniteStream(fc.nat(1_000_000)), (given, order) => {
      const events = given.flatMap((answer, index) => replyEvents(`r${index}`, answer, index))
      const world = play(merge(events, order))
      const replies = visible(world)
      expect(replies.map((message) => message.author)).toEqual(given.map(() => 'agent'))
      expect(replies.every((message) => message.echoed && message.delivery === 'sent')).toBe(true)
      expect(new Set(replies.map((message) => message.platformMessageId)).size).toBe(given.length)
    }),
    { numRuns: SCHEDULES },
  )
})

interface Item {
  body?: unknown
  own?: OwnFact
  /** Own events and what follows from them come in this order among themselves. */
  lane?: string
}

/** Some lines of the member (raw, normalized or both), of the bot, and receipts, with repeats. */
function scenarios() {
  const message = fc.record({
    text: fc.constantFrom('ok', '好', 'Hello there'),
    // Few enough to fall together: the same words may come many times in one second, or a drift of the clock apart.
    second: fc.oneof(
      fc.integer({ min: 0, max: 40 }).map((step) => step * 20),
      fc.integer({ min: 0, max: 3 }).map((step) => step * 7),
    ),
    forms: fc.constantFrom('raw', 'normalized', 'both', 'drifted'),
    repeats: fc.integer({ min: 0, max: 2 }),
  })
  const bot = fc.record({
    text: fc.constantFrom('Hi', 'One moment'),
    second: fc.integer({ min: 0, max: 800 }),
    receipts: fc.subarray(['sent', 'delivered', 'read', 'failed', 'deleted'] as const),
    signs: fc.uniqueArray(sign(), { maxLength: 3, selector: (each) => each.second }),
    hasId: fc.boolean(),
    repeats: fc.integer({ min: 0, max: 2 }),
  })
  return fc
    .record({
      messages: fc.array(message, { maxLength: 6 }),
      bots: fc.uniqueArray(bot, { maxLength: 4, selector: (each) => each.second }),
      watermarks: fc.array(watermark(), { maxLength: 3 }),
    })
    .map(({ messages, bots, watermarks }) => ({
      messageCount: messages.length,
      events: [
        ...onlyClearTwins(messages).flatMap((each, index) => lineEvents(each, index)),
        ...bots.flatMap((each, index) => botEvents(each, index)),
        ...watermarks.map(watermarkEvent),
      ],
    }))
}

/** One and the same word many times, in all forms, in seconds that fall together or reach each other's twins. */
function crowds() {
  return fc.array(
    fc.record({
      text: fc.constant('ok'),
      second: fc.constantFrom(0, 1, 7, 14, 293, 300, 307, 600),
      forms: fc.constantFrom('raw', 'normalized', 'both', 'drifted'),
      repeats: fc.integer({ min: 0, max: 1 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
}

/** A reaction of the member, taken back where there is no emoji. */
function sign() {
  return fc.record({
    emoji: fc.constantFrom('👍', '❤', ''),
    second: fc.integer({ min: 0, max: 800 }),
  })
}

function watermark() {
  return fc.record({
    type: fc.constantFrom('DELIVERY', 'READ'),
    second: fc.integer({ min: 0, max: 800 }),
  })
}

function watermarkEvent({ type, second }: { type: string; second: number }): Item {
  const data = { [type.toLowerCase()]: { watermark: START + second * 1000 } }
  return { body: { from: MEMBER, to: OURS, timestamp: START + second * 1000, type, data } }
}

interface Line {
  text: string
  second: number
  forms: string
  repeats: number
}

/**
 * Without an id, equal words sent within five minutes can't be told from one message with two clocks: nobody
 * could say how many there were. So where words are said twice in a scenario, each of them also comes raw.
 */
function onlyClearTwins(messages: Line[]): Line[] {
  return messages.map((message) => {
    const hasTwin = messages.some((other) => other !== message && other.text === message.text)
    return hasTwin && message.forms === 'normalized' ? { ...message, forms: 'both' } : message
  })
}

function lineEvents({ text, second, forms, repeats }: Line, index: number): Item[] {
  const at = Math.floor(START / 1000) + second
  const raw = {
    contacts: [{ profile: { name: 'Roy' }, wa_id: MEMBER }],
    messages: [
      {
        from: MEMBER,
        id: `raw-${index}`,
        timestamp: String(at),
        type: 'text',
        text: { body: text },
      },
    ],
  }
  const normalized = {
    from: MEMBER,
    to: OURS,
    timestamp: String(forms === 'drifted' ? at + 7 : at),
    type: 'TEXT',
    data: { text },
  }
  const once = [
    ...(forms === 'normalized' ? [] : [{ body: raw }]),
    ...(forms === 'raw' ? [] : [{ body: normalized }]),
  ]
  return Array.from({ length: repeats + 1 }, () => once).flat()
}

interface Bot {
  text: string
  second: number
  receipts: string[]
  signs: { emoji: string; second: number }[]
  hasId: boolean
  repeats: number
}

function botEvents({ text, second, receipts, signs, hasId, repeats }: Bot, index: number): Item[] {
  const messageId = hasId ? `bot-${index}` : undefined
  const body = {
    type: 'BOT',
    app: 'app',
    channel: 'channel',
    messageEvent: {
      from: OURS,
      to: MEMBER,
      timestamp: START + second * 1000 + 500,
      type: 'TEXT',
      data: { text },
      messageId,
    },
  }
  const statuses = hasId
    ? receipts.map((status) => ({
        body: { statuses: [{ id: messageId, status, timestamp: String(START / 1000 + second) }] },
      }))
    : []
  const reactions = hasId ? signs.map((each) => reactionEvent(`bot-${index}`, each)) : []
  return Array.from({ length: repeats + 1 }, () => [{ body }, ...statuses, ...reactions]).flat()
}

function reactionEvent(messageId: string, { emoji, second }: Bot['signs'][number]): Item {
  const message = {
    from: MEMBER,
    id: `${messageId}-sign-${second}`,
    timestamp: String(START / 1000 + second),
    type: 'reaction',
    reaction: { message_id: messageId, emoji },
  }
  return { body: { messages: [message] } }
}

function replyEvents(id: string, answer: string, index: number): Item[] {
  const platformMessageId = `echo-${index}`
  const outcome: OwnFact =
    answer === 'unclear'
      ? { type: 'reply.unconfirmed', messageId: id, reason: 'no answer' }
      : answer === 'id'
        ? { type: 'reply.sent', messageId: id, platformMessageId }
        : { type: 'reply.sent', messageId: id }
  const echo = {
    type: 'MANUAL',
    messageEvent: {
      from: OURS,
      to: MEMBER,
      timestamp: START + index,
      type: 'TEXT',
      data: { text: 'ok' },
      messageId: platformMessageId,
    },
  }
  const content = { type: 'text' as const, text: 'ok' }
  return [
    {
      own: {
        type: 'reply.queued',
        messageId: id,
        conversationId: CONVERSATION,
        agentId: 'ana',
        content,
      },
      lane: 'own',
    },
    { own: { type: 'reply.attempted', messageId: id }, lane: 'own' },
    { own: outcome, lane: 'own' },
    { body: echo, lane: `after ${id}` },
  ]
}

const CONVERSATION = idOf(`conversation\n${CHANNEL}\n${MEMBER}`)

/** Own events keep their order; an echo comes anywhere after the attempt it belongs to. */
function merge(items: Item[], order: Iterable<number>): Item[] {
  const numbers = order[Symbol.iterator]()
  const own = items.filter((item) => item.own)
  const merged: Item[] = [...own]
  for (const item of items.filter((each) => each.body)) {
    const attempt = merged.findIndex(
      ({ own: fact }) =>
        fact?.type === 'reply.attempted' && `after ${fact.messageId}` === item.lane,
    )
    const room = merged.length - attempt
    merged.splice(attempt + 1 + (Number(numbers.next().value) % room), 0, item)
  }
  return merged
}

function shuffle<Value>(values: Value[], order: Iterable<number>): Value[] {
  const numbers = order[Symbol.iterator]()
  return values
    .map((value) => ({ value, key: Number(numbers.next().value) }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value)
}

/** Folds the items one after the other, as a fresh inbox would. Every event must be understood. */
function play(items: Item[]): World {
  const world = emptyWorld(0, idOf)
  const hello: OwnFact = {
    type: 'channel.connected',
    channelId: CHANNEL,
    connectionId: 'connection',
    name: 'Shop',
    platform: 'whatsapp',
    stellaId: 'stella',
    externalId: OURS,
  }
  const events: Item[] = [{ own: hello }, ...withMember(items)]
  for (const [index, item] of events.entries()) foldEvent(world, toEvent(item, index + 1))
  expect(world.outcomes.loaded().filter((outcome) => outcome.error)).toEqual([])
  return world
}

/** Replies need a conversation: a line that the bot said long before makes it. */
function withMember(items: Item[]): Item[] {
  if (!items.some((item) => item.own)) return items
  const body = {
    type: 'BOT',
    messageEvent: {
      from: OURS,
      to: MEMBER,
      timestamp: START - HOUR_MS,
      type: 'TEXT',
      data: { text: 'Welcome' },
      messageId: 'welcome',
    },
  }
  return [{ body }, ...items]
}

function toEvent({ own, body }: Item, id: number): FoldEvent {
  const receivedAt = START + HOUR_MS + id
  const base = { id, channelId: CHANNEL, agentId: null, receivedAt }
  if (own) return { ...base, kind: own.type, reading: { own } }
  const bytes = Buffer.from(JSON.stringify(body))
  const context = { platform: 'whatsapp' as const, externalId: OURS, receivedAt }
  return { ...base, kind: 'webhook', reading: readDelivery(bytes, context) }
}

function visible(world: World) {
  return world.messages
    .loaded()
    .filter((message) => !message.removed && message.platformMessageId !== 'welcome')
    .sort(compareOrder)
}

/** What a reader sees; ids of rows and of events are names we give, and follow the order of arrival. */
function threadOf(world: World) {
  return visible(world)
    .map(({ author, content, sentAt, platformMessageId, delivery, deletedAt }) => ({
      author,
      content,
      sentAt,
      platformMessageId,
      delivery,
      isDeleted: deletedAt !== null,
      signs: world.reactions
        .loaded()
        .filter((each) => each.platformMessageId === platformMessageId)
        .map(({ actor, emoji, at }) => ({ actor, emoji, at })),
    }))
    .sort((a, b) => a.sentAt - b.sentAt || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}
