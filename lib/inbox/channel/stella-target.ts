import type { Context } from '@/lib/context'
import { noteRest } from '@/lib/db/channel/connection-pauses'
import type { Queryable } from '@/lib/db/client'
import type { Platform } from '@/lib/domain/channel/channel'
import type { Owner } from '@/lib/domain/owner/owner'
import { AppError } from '@/lib/errors'
import type { StellaConnection } from '@/lib/stella/api/call'
import { tokenBinding } from '@/lib/vault'

/** How to reach a conversation's member at Stella. */
export interface StellaTarget {
  connectionId: string
  connection: StellaConnection
  platform: Platform
  authorized: boolean
  /** Since when an admin has paused it; null while it sends. */
  pausedAt: number | null
  channelId: string
  /** The channel's id at Stella. */
  channelStellaId: string
  externalId: string
  stellaId?: string
  lastInboundAt: number | null
  windowRefusedAt: number | null
  owner: Owner
  ownerSince: number | null
}

type Row = Omit<StellaTarget, 'connection' | 'stellaId'> &
  Omit<StellaConnection, 'accessToken'> & {
    accessToken: Uint8Array
    stellaId: string | null
  }

/** Throws `not_found` when there is no such conversation. */
export async function getStellaTarget(
  ctx: Context,
  conversationId: string,
  sql: Queryable = ctx.sql,
): Promise<StellaTarget> {
  const [row] = await sql<Row[]>`
    select c.owner, c.owner_since, c.last_inbound_at, c.window_refused_at, coalesce(m.moved_to, m.external_id) as external_id, m.stella_id, ch.id as channel_id,
      ch.stella_id as channel_stella_id, ch.platform, ch.authorized, ch.paused_at, co.id as connection_id,
      co.access_token, co.bot_url, co.rest_url, co.file_url, co.response_key, co.token_param
    from conversations c join members m on m.id = c.member_id
      join channels ch on ch.id = c.channel_id join connections co on co.id = ch.connection_id
    where c.id = ${conversationId}`
  if (!row) throw new AppError('not_found', 'There is no such conversation.')
  const { connectionId, accessToken, botUrl, restUrl, fileUrl, responseKey, tokenParam, ...rest } =
    row
  return {
    ...rest,
    connectionId,
    stellaId: row.stellaId ?? undefined,
    connection: {
      accessToken: ctx.vault.open(accessToken, tokenBinding(connectionId)),
      botUrl,
      restUrl,
      fileUrl,
      responseKey,
      tokenParam,
      allowPrivate: ctx.allowPrivate,
      onLimit: noteRest(ctx.sql, connectionId),
    },
  }
}
