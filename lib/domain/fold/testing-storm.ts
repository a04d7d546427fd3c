/** A repeatable source of chance: the same seed gives the same numbers from 0 up to 1. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const START_S = 1_700_000_000
const OURS = '85268227287'

/**
 * Bodies of every fate: lines of members raw, normalized and both, receipts known and unknown, lines of the bot,
 * ignored and broken ones, half-broken ones; about a third arrive more than once, shuffled.
 */
export function storm(seed: number, size: number): string[] {
  const random = seeded(seed)
  const bodies = Array.from({ length: size }, (_, index) => bodiesOf(index, random)).flat()
  const repeated = bodies.flatMap((body) =>
    Array.from({ length: random() < 0.3 ? 1 + Math.floor(random() * 4) : 1 }, () => body),
  )
  return shuffle(repeated, random)
}

function bodiesOf(index: number, random: () => number): string[] {
  const member = `8526090${1000 + Math.floor(random() * 20)}`
  const kinds = [rawLine, normalizedLine, bothLines, receipt, botLine, ignored, halfBroken, broken]
  const make = kinds[Math.floor(random() * kinds.length)] ?? rawLine
  return make(member, index)
}

function rawLine(member: string, index: number): string[] {
  return [JSON.stringify(raw(member, index))]
}

function normalizedLine(member: string, index: number): string[] {
  return [JSON.stringify(normalized(member, index))]
}

function bothLines(member: string, index: number): string[] {
  return [...rawLine(member, index), ...normalizedLine(member, index)]
}

function receipt(member: string, index: number): string[] {
  return ['sent', 'delivered', 'read'].map((status) =>
    JSON.stringify({
      statuses: [
        { id: `bot-${index}`, recipient_id: member, status, timestamp: String(START_S + index) },
      ],
    }),
  )
}

function botLine(member: string, index: number): string[] {
  return [
    JSON.stringify({
      type: 'BOT',
      messageEvent: {
        type: 'TEXT',
        from: OURS,
        to: member,
        timestamp: String(START_S + index),
        messageId: `bot-${index}`,
        data: { text: `bot ${index}` },
      },
    }),
  ]
}

function ignored(_member: string, index: number): string[] {
  return [JSON.stringify({ messages: [], statuses: [], index })]
}

function halfBroken(member: string, index: number): string[] {
  const { messages, ...rest } = raw(member, index)
  return [JSON.stringify({ ...rest, messages: [...messages, { unknownField: 'knows', index }] })]
}

function broken(_member: string, index: number): string[] {
  return [`{"from": ${index}`, `\u0000${index}`, JSON.stringify({ hello: index })]
}

function raw(member: string, index: number) {
  return {
    contacts: [{ profile: { name: 'Roy' }, wa_id: member }],
    messages: [
      {
        from: member,
        id: `wamid-${index}`,
        text: { body: `line ${index}` },
        timestamp: String(START_S + index),
        type: 'text',
      },
    ],
  }
}

function normalized(member: string, index: number) {
  return {
    from: member,
    to: OURS,
    timestamp: String(START_S + index),
    type: 'TEXT',
    data: { text: `line ${index}` },
  }
}

function shuffle(bodies: string[], random: () => number): string[] {
  return bodies
    .map((body) => ({ body, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ body }) => body)
}
