import { AppError } from '@/lib/errors'
import { DELIVERY_BYTES_MAX } from '@/lib/inbox/log/receive-event'
import { tooLargeBecause } from '../body/body-limits'

/**
 * Hands over a body piece by piece as it comes, and resolves after the last; rejects when it breaks off before. What `take`
 * is given after it said false is thrown away.
 */
export type ReadBody = (take: (piece: Uint8Array) => boolean) => Promise<void>

/** Bytes of deliveries whose end has not come yet, of all senders together. Who signs sends them within a moment. */
const UNFINISHED_BYTES_MAX = 64 * 1024 * 1024

interface Unfinished {
  size: number
  end(error: AppError): void
}

/** Deliveries that are being read, the oldest first. */
const unfinished = new Set<Unfinished>()
let unfinishedBytes = 0

/**
 * The exact bytes, counted while they come: past the limit of one delivery nothing more is kept, and past the limit of all
 * the one that began first has to come again, so that nobody fills the memory with bodies that never end. Throws
 * `too_large`, `unavailable`, and `invalid` for a body that breaks off.
 */
export function readDeliveryBody(read: ReadBody): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  let reading: Unfinished | undefined
  const whole = new Promise<Buffer>((resolve, reject) => {
    const mine: Unfinished = { size: 0, end: reject }
    reading = mine
    unfinished.add(mine)
    const take = (piece: Uint8Array) => {
      if (!unfinished.has(mine)) return false
      mine.size += piece.byteLength
      unfinishedBytes += piece.byteLength
      pieces.push(piece)
      if (mine.size > DELIVERY_BYTES_MAX)
        reject(new AppError('too_large', tooLargeBecause(DELIVERY_BYTES_MAX)))
      else if (unfinishedBytes > UNFINISHED_BYTES_MAX) endOldest()
      return mine.size <= DELIVERY_BYTES_MAX
    }
    const brokeOff = () => reject(new AppError('invalid', 'The delivery broke off.'))
    read(take).then(() => resolve(join(pieces)), brokeOff)
  })
  return whole.finally(() => {
    if (reading) forget(reading)
    pieces.length = 0
  })
}

/** One piece, which most are, is not copied. */
function join(pieces: Uint8Array[]): Buffer {
  const [only, ...others] = pieces
  return others.length === 0 && Buffer.isBuffer(only) ? only : Buffer.concat(pieces)
}

function endOldest() {
  const [oldest] = unfinished
  if (!oldest) return
  forget(oldest)
  oldest.end(new AppError('unavailable', 'Too many deliveries came at once. Send it again.'))
}

function forget(reading: Unfinished) {
  if (unfinished.delete(reading)) unfinishedBytes -= reading.size
}
