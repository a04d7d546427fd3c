import type { Queryable } from '@/lib/db/client'
import { AppError } from '@/lib/errors'

/** An agent's picture, as we drew it. Its address changes with it. Throws `not_found`. */
export async function serveAvatar(sql: Queryable, agentId: string): Promise<Response> {
  const [row] = await sql<{ bytes: Uint8Array<ArrayBuffer>; sha256: string }[]>`
    select bytes, sha256 from agent_avatars where agent_id = ${agentId}`
  if (!row) throw new AppError('not_found', 'They have no picture.')
  return new Response(row.bytes, {
    headers: {
      'Content-Type': 'image/webp',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, max-age=86400',
      ETag: `"${row.sha256}"`,
    },
  })
}
