import { AppError } from '@/lib/errors'
import {
  assertAddress,
  type DeliveryHeaders,
  type Receiver,
  receiveEvent,
} from '@/lib/inbox/log/receive-event'
import { logger } from '@/lib/logger'
import { type ReadBody, readDeliveryBody } from './delivery-body'

/** One webhook delivery, whichever server it came to. */
export interface Delivery {
  channelId: string
  headers: DeliveryHeaders
  read: ReadBody
}

export interface DeliveryAnswer {
  status: number
  headers: Record<string, string>
  body: string
}

/**
 * The one answer to a webhook delivery (architecture.md "What answers what"): 200 `{"ok":1}` once it is durable, else 400,
 * 401, 404, 413 or 503 in words. What carries it to the sender only carries: the server before Next
 * (`webhook-path.ts`), or the route. Without a receiver the inbox is starting, or ending. Never rejects.
 */
export async function answerDelivery(
  receiver: Receiver | undefined,
  delivery: Delivery,
): Promise<DeliveryAnswer> {
  try {
    await receive(receiver, delivery)
    return toAnswer(200, OK)
  } catch (error) {
    const { status, code, message } = toRefusal(error)
    return toAnswer(status, JSON.stringify({ error: { code, message } }))
  }
}

const OK = '{"ok":1}'

async function receive(receiver: Receiver | undefined, { channelId, headers, read }: Delivery) {
  if (!receiver) throw new AppError('unavailable', 'The inbox is starting. Try again in a moment.')
  // What is sent to an address that nobody gave out is not worth reading.
  await assertAddress(receiver, channelId)
  const bytes = await readDeliveryBody(read)
  await receiveEvent(receiver, { channelId, bytes, headers })
}

/** By shape and not by class: an AppError of Next's module graph is not that of the server before it. */
function toRefusal(error: unknown): { status: number; code: string; message: string } {
  if (error instanceof Error && 'status' in error && 'code' in error) {
    if (error.cause) logger.warn({ error: error.cause }, error.message)
    return { status: Number(error.status), code: String(error.code), message: error.message }
  }
  logger.error({ error }, 'A delivery failed')
  // Never 500: the sender would take the fault for one of the event, and not send it again.
  const message = 'The event could not be stored. Send it again.'
  return { status: 503, code: 'unavailable', message }
}

function toAnswer(status: number, body: string): DeliveryAnswer {
  const headers = {
    ...(status === 503 && { 'Retry-After': '2' }),
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(body)),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  }
  return { status, headers, body }
}
