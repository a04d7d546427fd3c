import { RECEIPTS, type Receipt } from '@/lib/domain/message/delivery'
import type { ReceiptFact } from '@/lib/domain/message/webhook-facts'
import { reason } from '@/lib/i18n/reason'
import { asArray, asId, asObject, type Json, type JsonObject } from '../reading/json'
import type { UnnumberedReading } from '../reading/number-facts'
import { toReason } from '../reading/read-shared'
import { type ReadingContext, Unreadable } from '../reading/reading'
import { toTime } from '../reading/time'
import type { Person } from './read-whatsapp-people'

/** One element of `statuses` (Facts §7.4). `sending` and `warning` say nothing that anybody waits for. */
export function readStatus(
  reading: UnnumberedReading,
  value: Json,
  context: ReadingContext,
): ReceiptFact[] {
  const status = asObject(value)
  const platformMessageId = asId(status?.id)
  if (!status || !platformMessageId) throw new Unreadable(reason('delivery.problem.noMessageId'))
  const name = asId(status.status)
  if (!isReceipt(name)) {
    reading.ignored.push(
      name === undefined
        ? reason('delivery.rule.namelessStatus')
        : reason('delivery.rule.status', { status: name }),
    )
    return []
  }
  const error = name === 'failed' ? toReason(asArray(status.errors)[0]) : undefined
  const at = toTime(status.timestamp, context.receivedAt)
  return [{ type: 'receipt', platformMessageId, status: name, at, error }]
}

/** To whom the message of a status went. A group's id stands where a number would, and is nobody's. */
export function recipientOfStatus(status: JsonObject): Person {
  if (status.recipient_type === 'group') return {}
  return { number: asId(status.recipient_id), userId: asId(status.recipient_user_id) }
}

export function isReceipt(name: string | undefined): name is Receipt {
  return RECEIPTS.some((receipt) => receipt === name)
}
