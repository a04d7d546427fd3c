import type { Queryable } from '@/lib/db/client'
import { findAvatar } from '@/lib/db/people/avatars'
import { AppError } from '@/lib/errors'
import { reason } from '@/lib/i18n/reason'

/** An agent's picture, as we drew it, to whoever is signed in at each use. Throws `not_found`. */
export async function serveAvatar(
  sql: Queryable,
  agentId: string,
  request: Request,
): Promise<Response> {
  const row = await findAvatar(sql, agentId)
  if (!row) throw new AppError('not_found', reason('media.served.noAvatar'))
  const headers = {
    'Content-Type': 'image/webp',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': 'private, no-cache',
    ETag: `"${row.sha256}"`,
  }
  const isKnown = request.headers.get('if-none-match') === headers.ETag
  return new Response(isKnown ? null : new Uint8Array(row.bytes), {
    status: isKnown ? 304 : 200,
    headers,
  })
}
