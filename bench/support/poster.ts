import { Pool } from 'undici'
import type { Delivery } from './deliveries'

export const CONNECTIONS = 32
const TIMEOUT_MS = 10_000

/** Posts deliveries to one address over kept connections. */
export class Poster {
  private readonly pool: Pool
  private readonly path: string

  constructor(url: string, connections = CONNECTIONS) {
    const { origin, pathname } = new URL(url)
    this.path = pathname
    this.pool = new Pool(origin, {
      connections,
      pipelining: 1,
      headersTimeout: TIMEOUT_MS,
      bodyTimeout: TIMEOUT_MS,
    })
  }

  /** The status it was answered with. Throws when there was no answer. */
  async post({ body, signature }: Delivery): Promise<number> {
    const response = await this.pool.request({
      method: 'POST',
      path: this.path,
      headers: { 'content-type': 'application/json', 'x-stella-signature': signature },
      body,
    })
    await response.body.dump()
    return response.statusCode
  }

  close(): Promise<void> {
    return this.pool.destroy()
  }
}

/** As many at once as there are connections; gives the requests a second. Throws for anything but 200. */
export async function flood(poster: Poster, deliveries: Delivery[]): Promise<number> {
  const startedAt = performance.now()
  await inParallel(deliveries, CONNECTIONS, async (delivery) => {
    const status = await poster.post(delivery)
    if (status !== 200) throw new Error(`A delivery was answered ${status}.`)
  })
  return perSecond(deliveries.length, startedAt)
}

/** Works through items in order, so many at once. */
export async function inParallel<Item>(
  items: Item[],
  width: number,
  work: (item: Item, index: number) => Promise<void>,
): Promise<void> {
  let next = 0
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) {
      const item = items[index]
      if (item !== undefined) await work(item, index)
    }
  }
  await Promise.all(Array.from({ length: width }, worker))
}

/**
 * One delivery every 1/rate s, whatever the answers do, so that a stall is not hidden. Gives for each delivery
 * the ms from when it was due to its answer.
 */
export async function pace(
  poster: Poster,
  deliveries: Delivery[],
  rate: number,
  onAnswer: (delivery: Delivery) => void = () => {},
): Promise<number[]> {
  const startedAt = performance.now()
  const pending: Promise<number>[] = []
  while (pending.length < deliveries.length) {
    const due = Math.floor(((performance.now() - startedAt) / 1000) * rate) + 1
    for (const delivery of deliveries.slice(pending.length, due)) {
      const dueAt = startedAt + (pending.length / rate) * 1000
      const answer = postDue(poster, delivery, dueAt, onAnswer)
      // Awaited below; until then a failure must not end the process before it has stopped what it started.
      answer.catch(() => {})
      pending.push(answer)
    }
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  return Promise.all(pending)
}

async function postDue(
  poster: Poster,
  delivery: Delivery,
  dueAt: number,
  onAnswer: (delivery: Delivery) => void,
): Promise<number> {
  const status = await poster.post(delivery)
  if (status !== 200) throw new Error(`A delivery was answered ${status}.`)
  onAnswer(delivery)
  return performance.now() - dueAt
}

/** Of something that was done since a `performance.now()`. */
export function perSecond(count: number, startedAt: number): number {
  return (count / (performance.now() - startedAt)) * 1000
}
