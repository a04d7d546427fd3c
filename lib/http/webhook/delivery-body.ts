import type { IncomingMessage } from 'node:http'
import { DELIVERY_BYTES_MAX } from '@/lib/inbox/log/receive-event'

/** Why a delivery is not taken, as the sender reads it. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** Bytes of deliveries whose end has not come yet, of all senders together. Who signs sends them within a moment. */
const UNFINISHED_BYTES_MAX = 64 * 1024 * 1024

/** Deliveries that are being read, the oldest first, and how to end each. */
const unfinished = new Map<IncomingMessage, { size: number; end: (refusal: Refusal) => void }>()
let unfinishedBytes = 0

/**
 * The exact bytes, counted while they come: past the limit of one delivery nothing more is kept, and past the limit of all
 * the one that began first has to come again, so that nobody fills the memory with bodies that never end.
 */
export function readDeliveryBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  const read = new Promise<Buffer>((resolve, reject) => {
    const reading = { size: 0, end: reject }
    unfinished.set(request, reading)
    request.on('data', (chunk: Buffer) => {
      if (!unfinished.has(request)) return
      reading.size += chunk.length
      unfinishedBytes += chunk.length
      chunks.push(chunk)
      if (reading.size > DELIVERY_BYTES_MAX)
        reject(new Refusal(413, 'too_large', 'The body is larger than 1024 KiB.'))
      else if (unfinishedBytes > UNFINISHED_BYTES_MAX) endOldest()
    })
    request.once('end', () =>
      resolve(chunks.length === 1 ? (chunks[0] ?? NONE) : Buffer.concat(chunks)),
    )
    const broken = () => reject(new Refusal(400, 'invalid', 'The delivery broke off.'))
    if (request.destroyed) broken()
    request.once('error', broken)
    // It may have broken off before anybody listened.
    request.once('close', broken)
  })
  return read.finally(() => {
    forget(request)
    chunks.length = 0
  })
}

function endOldest() {
  const [oldest] = unfinished
  if (!oldest) return
  const [request, { end }] = oldest
  forget(request)
  end(new Refusal(503, 'unavailable', 'Too many deliveries came at once. Send it again.'))
}

function forget(request: IncomingMessage) {
  unfinishedBytes -= unfinished.get(request)?.size ?? 0
  unfinished.delete(request)
}

const NONE = Buffer.alloc(0)
