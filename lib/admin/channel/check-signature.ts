import type { Context } from '@/lib/context'
import { findConnection } from '@/lib/db/channel/connections'
import { countTurnedAway, findLastDelivery } from '@/lib/db/channel/verified-header'
import type { ApiFinding } from '@/lib/domain/channel/connection'
import { KEPT_HEADERS } from '@/lib/domain/log/kept-headers'

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
  return { api: 'Signature of webhooks', scope: '', ...toFinding(header, last, turnedAway) }
}

function toFinding(
  header: string,
  last: Awaited<ReturnType<typeof findLastDelivery>>,
  turnedAway: number,
): Pick<ApiFinding, 'state' | 'text'> {
  const given = `It is looked for in ${header}.`
  const verifiedBy = last && signedHeader(last.headers, header)
  if (!last || !verifiedBy)
    return turnedAway > 0
      ? {
          state: 'wrong-setting',
          text: `${given} ${toTurnedAway(turnedAway)}, and none was accepted.`,
        }
      : { state: 'unchecked', text: `${given} No delivery has come yet that could tell.` }
  const at = new Date(last.receivedAt).toISOString().replace('T', ' ').slice(0, 16)
  if (verifiedBy.toLowerCase() !== header.toLowerCase())
    return {
      state: 'unchecked',
      text: `${given} The last delivery, of ${at} UTC, was verified by ${verifiedBy}: none has come since.`,
    }
  const rest = turnedAway > 0 ? ` ${toTurnedAway(turnedAway)} in the last seven days.` : ''
  return { state: 'answers', text: `${header} verified the last delivery, of ${at} UTC.${rest}` }
}

/** Of the headers that are kept of a delivery, the one that is there for its signature, as the setting writes it. */
function signedHeader(headers: Record<string, string> | null, setting: string): string | undefined {
  const name = Object.keys(headers ?? {}).find((each) => !KEPT_HEADERS.includes(each))
  return name === setting.toLowerCase() ? setting : name
}

function toTurnedAway(count: number): string {
  return count === 1 ? '1 delivery was turned away' : `${count} deliveries were turned away`
}
