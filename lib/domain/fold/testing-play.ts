import type { Platform } from '@/lib/domain/channel/channel'
import { compareOrder } from '@/lib/domain/conversation/order'
import type { OwnFact } from '@/lib/domain/fact'
import { foldEvent } from '@/lib/domain/fold/fold-event'
import { emptyWorld, type World } from '@/lib/domain/fold/world'
import type { MessageRow } from '@/lib/domain/rows'
import { idOf } from '@/lib/log/ids'
import { readDelivery } from '@/lib/stella/read-delivery'

const CHANNEL = 'channel'
export const OURS = '85268227287'
export const THEIRS = '85260903521'
/** When the scenes of these tests take place, in epoch ms. */
export const SCENE = Date.UTC(2026, 10, 21, 9)
/** Deliveries come so much later, one ms apart. */
const DELAY_MS = 3_600_000

/** Folds bodies one after the other into a fresh inbox with one channel, as they would come over the wire. */
export function playBodies(bodies: unknown[], platform: Platform = 'whatsapp'): World {
  const world = emptyWorld(0, idOf)
  const hello: OwnFact = {
    type: 'channel.connected',
    channelId: CHANNEL,
    connectionId: 'connection',
    name: 'Shop',
    platform,
    stellaId: 'stella',
    externalId: OURS,
  }
  const base = { channelId: CHANNEL, agentId: null }
  const first = { ...base, id: 1, kind: hello.type, receivedAt: SCENE, reading: { own: hello } }
  foldEvent(world, first)
  for (const [index, body] of bodies.entries()) {
    const receivedAt = SCENE + DELAY_MS + index
    const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
    const reading = readDelivery(bytes, { platform, externalId: OURS, receivedAt })
    foldEvent(world, { ...base, id: index + 2, kind: 'webhook', receivedAt, reading })
  }
  return world
}

/** The lines that are shown, in the order of the thread. */
export function shownIn(world: World): MessageRow[] {
  return world.messages
    .loaded()
    .filter((message) => !message.removed)
    .sort(compareOrder)
}

/** Every order of a few things. */
export function ordersOf<Value>(values: Value[]): Value[][] {
  if (values.length < 2) return [values]
  return values.flatMap((first, index) =>
    ordersOf(values.toSpliced(index, 1)).map((rest) => [first, ...rest]),
  )
}

/** A raw WhatsApp body with one message of the member, `second` seconds into the scene. */
export function rawMessage(id: string, second: number, content: object, from = THEIRS) {
  const timestamp = String(SCENE / 1000 + second)
  return { messages: [{ from, id, timestamp, ...content }] }
}

export function rawText(id: string, second: number, words: string, from = THEIRS) {
  return rawMessage(id, second, { type: 'text', text: { body: words } }, from)
}

export function normalizedText(second: number, words: string, more: object = {}) {
  const timestamp = String(SCENE / 1000 + second)
  return { from: THEIRS, to: OURS, timestamp, type: 'TEXT', data: { text: words }, ...more }
}

/** Something the bot said, with its platform id. */
export function botMessage(id: string, second: number, words: string, to = THEIRS) {
  const timestamp = SCENE + second * 1000
  const event = { from: OURS, to, timestamp, type: 'TEXT', data: { text: words }, messageId: id }
  return { type: 'BOT', app: 'app', channel: 'channel', messageEvent: event }
}

/** A raw Messenger event of the member. */
export function messengerEvent(second: number, event: object) {
  const timestamp = SCENE + second * 1000
  return { sender: { id: THEIRS }, recipient: { id: OURS }, timestamp, ...event }
}
