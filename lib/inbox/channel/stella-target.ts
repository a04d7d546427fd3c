import type { Context } from '@/lib/context'
import { noteRest } from '@/lib/db/channel/connection-pauses'
import { findStellaTarget } from '@/lib/db/channel/stella-targets'
import type { Queryable } from '@/lib/db/client'
import type { Platform } from '@/lib/domain/channel/channel'
import type { Owner } from '@/lib/domain/owner/owner'
import { AppError } from '@/lib/errors'
import { reason } from '@/lib/i18n/reason'
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

/** Throws `not_found` when there is no such conversation. */
export async function getStellaTarget(
  ctx: Context,
  conversationId: string,
  sql: Queryable = ctx.sql,
): Promise<StellaTarget> {
  const row = await findStellaTarget(sql, conversationId)
  if (!row) throw new AppError('not_found', reason('channel.inbox.noSuchConversation'))
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
