import { z } from 'zod'
import { CURSOR_UNKNOWN } from '@/lib/domain/conversation/order'

/** The end of the year 9999: the last moment that ISO text of four digits can say. */
const MS_MAX = 253_402_300_799_999

const listCursor = z.tuple([z.number().int().min(0).max(MS_MAX), z.uuid()])

/** Where a page of the list ended, as opaque text. */
export function toListCursor({ at, id }: { at: number; id: string }): string {
  return Buffer.from(JSON.stringify([at, id])).toString('base64url')
}

/** A cursor that somebody sent. */
export const listCursorSchema = z
  .string()
  .refine((text) => parseListCursor(text) !== undefined, CURSOR_UNKNOWN)

/** Undefined for text that is no cursor of ours. */
export function parseListCursor(text: string): { at: number; id: string } | undefined {
  try {
    const parsed = listCursor.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
    return parsed.success ? { at: parsed.data[0], id: parsed.data[1] } : undefined
  } catch {
    return undefined
  }
}
