import {
  findPortraitFile,
  findSentFile,
  findStoredFile,
  findThumbnail,
  findUploadedFile,
} from '@/lib/db/media/served-files'
import type { Runtime } from '@/lib/shared-runtime'
import { serveBytes } from './serve-bytes'

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
  const find = part === 'file' ? findStoredFile : findThumbnail
  return serveBytes(media.store, request, await find(ctx.sql, id))
}

/** A member's picture, drawn by us from what Stella named. Throws `not_found`. */
export async function servePortrait({ ctx, media }: Parts, request: Request, memberId: string) {
  return serveBytes(media.store, request, await findPortraitFile(ctx.sql, memberId))
}

/**
 * The bytes of a file that an agent sent, for the platform that was told the address: no login, its right type. Only
 * what we sent ourselves can be had so, and every other token is answered alike. Throws `not_found`.
 */
export async function serveSentFile({ ctx, media }: Parts, request: Request, token: string) {
  const id = ctx.files.read(token, Date.now())
  const file = id ? await findSentFile(ctx.sql, id) : undefined
  return serveBytes(media.store, request, file, 'platform')
}

/** The bytes of a file that this agent has uploaded and not sent yet, or its thumbnail. Throws `not_found`. */
export async function serveUpload(
  { ctx, media }: Parts,
  request: Request,
  id: string,
  agentId: string,
) {
  return serveBytes(media.store, request, await findUploadedFile(ctx.sql, id, agentId))
}
