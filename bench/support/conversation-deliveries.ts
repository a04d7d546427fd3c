import { type Delivery, makeDeliveries, normalizedTwin, OURS, START_S, signed } from './deliveries'

/** Seconds between the lines of a conversation: the member, the bot, a person elsewhere. */
const STEP_S = 3
const RECEIPTS = ['sent', 'delivered', 'read']

/**
 * Conversations of 64 members: a line of the member raw and normalized, the bot's answer with its receipts, and a line that a
 * person wrote with another tool. In the order in which they were said; `text` is the line that a body tells of.
 */
export function makeConversations(lines: number): Delivery[] {
  return Array.from({ length: lines }, (_, index) => conversation(index)).flat()
}

function conversation(index: number): Delivery[] {
  const second = index * STEP_S
  const [raw] = makeDeliveries(1, `line ${index}`, second)
  if (!raw) return []
  return [
    raw,
    normalizedTwin(raw, second),
    outbound('BOT', raw.member, second + 1, `answer ${index}`),
    ...RECEIPTS.map((status) => receipt(status, raw.member, second + 2, `answer ${index}`)),
    outbound('MANUAL', raw.member, second + 2, `person ${index}`),
  ]
}

function outbound(type: 'BOT' | 'MANUAL', member: string, second: number, text: string): Delivery {
  const timestamp = (START_S + second) * 1000
  const event = { type: 'TEXT', from: OURS, to: member, timestamp, messageId: idOf(text) }
  return signed({ type, messageEvent: { ...event, data: { text } } }, member, text)
}

function receipt(status: string, member: string, second: number, text: string): Delivery {
  const timestamp = String(START_S + second)
  const statuses = [{ id: idOf(text), recipient_id: member, status, timestamp }]
  return signed({ statuses }, member, text)
}

function idOf(text: string): string {
  return `wamid.${text}`
}
