import type { Platform } from '@/lib/domain/channel/channel'
import type { Owner } from '@/lib/domain/owner/owner'
import type { Queryable } from '../client'

/** How a conversation's member is reached at Stella, with the token still sealed; times in epoch ms. */
export interface StellaTargetRow {
  owner: Owner
  ownerSince: number | null
  lastInboundAt: number | null
  windowRefusedAt: number | null
  externalId: string
  stellaId: string | null
  channelId: string
  channelStellaId: string
  platform: Platform
  authorized: boolean
  pausedAt: number | null
  connectionId: string
  accessToken: Uint8Array
  botUrl: string
  restUrl: string
  fileUrl: string
  responseKey: 'response' | 'responses'
  tokenParam: 'accessToken' | 'access_token'
}

export async function findStellaTarget(
  sql: Queryable,
  conversationId: string,
): Promise<StellaTargetRow | undefined> {
  const [row] = await sql<StellaTargetRow[]>`
    select c.owner, c.owner_since, c.last_inbound_at, c.window_refused_at,
      coalesce(m.moved_to, m.external_id) as external_id, m.stella_id, ch.id as channel_id,
      ch.stella_id as channel_stella_id, ch.platform, ch.authorized, ch.paused_at, co.id as connection_id,
      co.access_token, co.bot_url, co.rest_url, co.file_url, co.response_key, co.token_param
    from conversations c join members m on m.id = c.member_id
      join channels ch on ch.id = c.channel_id join connections co on co.id = ch.connection_id
    where c.id = ${conversationId}`
  return row
}
