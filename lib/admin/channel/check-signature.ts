import type { Context } from '@/lib/context'
import { findConnection } from '@/lib/db/channel/connections'
import { countTurnedAway, findLastDelivery } from '@/lib/db/channel/verified-header'
import type { ApiFinding } from '@/lib/domain/channel/connection'
import { KEPT_HEADERS } from '@/lib/domain/log/kept-headers'
import { reason } from '@/lib/i18n/reason'

/**
 * Which header the signature of webhooks is looked for in, and which one the last delivery that was accepted had. Stella
 * can't be asked for one, so without any delivery it can't be told. `connectionId` names a connection there is.
 */
export async function checkSignature(ctx: Context, connectionId: string): Promise<ApiFinding> {
  const connection = await findConnection(ctx.sql, connectionId)
  const [last, turnedAway] = await Promise.all([
    findLastDelivery(ctx.sql, connectionId),
    countTurnedAway(ctx.sql, connectionId),
  ])
  const header = connection?.signatureHeader ?? ''
  return {
    id: 'signature',
    api: reason('connection.check.signature'),
    scope: '',
    ...toFinding(header, last, turnedAway),
  }
}

function toFinding(
  header: string,
  last: Awaited<ReturnType<typeof findLastDelivery>>,
  turnedAway: number,
): Pick<ApiFinding, 'state' | 'text'> {
  const verifiedBy = last && signedHeader(last.headers, header)
  if (!last || !verifiedBy)
    return turnedAway > 0
      ? {
          state: 'wrong-setting',
          text: reason('connection.check.signatureRejected', { header, count: turnedAway }),
        }
      : { state: 'unchecked', text: reason('connection.check.signatureUntested', { header }) }
  const seen = { header, at: { at: last.receivedAt } }
  if (verifiedBy.toLowerCase() !== header.toLowerCase())
    return {
      state: 'unchecked',
      text: reason('connection.check.signatureOther', { ...seen, other: verifiedBy }),
    }
  return {
    state: 'answers',
    text:
      turnedAway > 0
        ? reason('connection.check.signatureSome', { ...seen, count: turnedAway })
        : reason('connection.check.signatureRight', seen),
  }
}

/** Of the headers that are kept of a delivery, the one that is there for its signature, as the setting writes it. */
function signedHeader(headers: Record<string, string> | null, setting: string): string | undefined {
  const name = Object.keys(headers ?? {}).find((each) => !KEPT_HEADERS.includes(each))
  return name === setting.toLowerCase() ? setting : name
}
