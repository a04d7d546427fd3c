import type { Runtime } from '@/lib/shared-runtime'
import { type ServedFile, serveBytes } from './serve-bytes'

type Parts = Pick<Runtime, 'ctx' | 'media'>

/**
 * The bytes of a message's file, or its thumbnail, for people of the inbox. Of a deleted message nothing is served,
 * to nobody: what it said is hidden (Facts §9). Throws `not_found`.
 */
export async function serveMedia(
  { ctx, media }: Parts,
  request: Request,
  id: string,
  part: 'file' | 'thumbnail',
): Promise<Response> {
  const [file] =
    part === 'file'
      ? await ctx.sql<ServedFile[]>`
          select f.type, f.name, f.sha256 from media f join messages m on m.id = f.message_id
          where f.id = ${id} and f.state = 'stored' and m.deleted_at is null`
      : await ctx.sql<ServedFile[]>`
          select 'image/webp' as type, null as name, f.thumbnail_sha256 as sha256
          from media f join messages m on m.id = f.message_id
          where f.id = ${id} and f.thumbnail_sha256 is not null and m.deleted_at is null`
  return serveBytes(media.store, request, file)
}

/** A member's picture, drawn by us from what Stella named. Throws `not_found`. */
export async function servePortrait({ ctx, media }: Parts, request: Request, memberId: string) {
  const [file] = await ctx.sql<ServedFile[]>`
    select 'image/webp' as type, null as name, picture_sha256 as sha256 from members
    where id = ${memberId} and picture_sha256 is not null`
  return serveBytes(media.store, request, file)
}

/**
 * The bytes of a file that an agent sent, for the platform that was told the address: no login, its right type. Only
 * what we sent ourselves can be had so, and every other token is answered alike. Throws `not_found`.
 */
export async function serveSentFile({ ctx, media }: Parts, request: Request, token: string) {
  const id = ctx.files.read(token, Date.now())
  const [file] = id
    ? await ctx.sql<ServedFile[]>`
        select f.type, f.name, f.sha256 from media f join messages m on m.id = f.message_id
        where f.id = ${id} and f.state = 'stored' and m.author = 'agent'`
    : []
  return serveBytes(media.store, request, file, 'platform')
}

/** The bytes of a file that this agent has uploaded and not sent yet, or its thumbnail. Throws `not_found`. */
export async function serveUpload(
  { ctx, media }: Parts,
  request: Request,
  id: string,
  agentId: string,
) {
  const [file] = await ctx.sql<ServedFile[]>`
    select file->>'mimeType' as type, name, file->>'sha256' as sha256 from uploads
    where id = ${id} and agent_id = ${agentId}`
  return serveBytes(media.store, request, file)
}
