import type { Delivery } from '../support/deliveries'
import { CONNECTIONS, inParallel, Poster } from '../support/poster'

const TRIES_MAX = 2_000
const PAUSE_MS = 25

/** What a sender saw: each delivery ends acknowledged, however often it had to be sent. */
export interface Sent {
  acknowledged: number
  /** Attempts that ended in another way, by what was seen: a status, or `no answer`. */
  refused: Map<string, number>
}

/**
 * Delivers at least once, as Stella does: whatever is not answered 200 is sent again until it is. `onAcknowledged`
 * is told how many are by now, and sending goes on while it works.
 */
export async function deliverAtLeastOnce(
  url: string,
  deliveries: Delivery[],
  onAcknowledged: (count: number) => void = () => {},
  connections = CONNECTIONS,
): Promise<Sent> {
  const poster = new Poster(url, connections)
  const sent: Sent = { acknowledged: 0, refused: new Map() }
  try {
    await inParallel(deliveries, connections, async (delivery) => {
      await deliver(poster, delivery, sent)
      sent.acknowledged += 1
      onAcknowledged(sent.acknowledged)
    })
    return sent
  } finally {
    await poster.close()
  }
}

async function deliver(poster: Poster, delivery: Delivery, { refused }: Sent) {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const seen = await poster.post(delivery).then(String, () => 'no answer')
    if (seen === '200') return
    refused.set(seen, (refused.get(seen) ?? 0) + 1)
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  throw new Error('A delivery was never acknowledged.')
}
