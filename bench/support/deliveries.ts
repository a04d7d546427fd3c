import { sign } from '@/lib/stella/signature/signature'

export const SECRET = 'bench-channel-secret'
export const OURS = '85268227287'
const MEMBERS = 64
export const START_S = 1_700_000_000

/** One signed body; `member` and `text` are what it should show. */
export interface Delivery {
  body: Buffer
  signature: string
  member: string
  text: string
}

/** Unique raw WhatsApp lines of 64 members, each a second later than the one before. Signed here, not while measuring. */
export function makeDeliveries(count: number, label: string, firstSecond = 0): Delivery[] {
  return Array.from({ length: count }, (_, index) => {
    const member = `8526090${1000 + ((firstSecond + index) % MEMBERS)}`
    const text = `${label} ${index}`
    return signed(rawLine(member, text, firstSecond + index), member, text)
  })
}

/** The same line as a normalized event, which carries no id. */
export function normalizedTwin(delivery: Delivery, index: number): Delivery {
  const { member, text } = delivery
  const timestamp = String(START_S + index)
  return signed({ from: member, to: OURS, timestamp, type: 'TEXT', data: { text } }, member, text)
}

function rawLine(member: string, text: string, index: number) {
  return {
    contacts: [{ profile: { name: 'Roy' }, wa_id: member }],
    messages: [
      {
        from: member,
        id: `wamid.${text}`,
        text: { body: text },
        timestamp: String(START_S + index),
        type: 'text',
      },
    ],
  }
}

/** A body as the platform would send it, of any shape. */
export function signed(value: object, member: string, text: string): Delivery {
  const body = Buffer.from(JSON.stringify(value))
  return { body, signature: sign(SECRET, body), member, text }
}
