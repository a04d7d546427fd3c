import { z } from 'zod'
import { TAP_VIAS } from '../state'

export const MEMBER_MEDIA = ['image', 'video', 'voice', 'audio', 'document', 'sticker'] as const
export type MemberMediaKind = (typeof MEMBER_MEDIA)[number]

/** What a member can do on the phone. `replyTo` and `messageId` are the platform's message ids. */
export const memberActionSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string().min(1), replyTo: z.string().optional() }),
  z.object({
    type: z.literal('media'),
    kind: z.enum(MEMBER_MEDIA),
    /** A piece of the media catalogue by its name, e.g. `receipt`; else the first of the kind. */
    piece: z.string().optional(),
    caption: z.string().optional(),
  }),
  z.object({
    type: z.literal('tap'),
    title: z.string(),
    payload: z.string(),
    replyTo: z.string().optional(),
    via: z.enum(TAP_VIAS).optional(),
  }),
  z.object({
    type: z.literal('location'),
    latitude: z.number(),
    longitude: z.number(),
    name: z.string().optional(),
    address: z.string().optional(),
  }),
  z.object({ type: z.literal('contact'), name: z.string(), phone: z.string() }),
  z.object({ type: z.literal('reaction'), messageId: z.string(), emoji: z.string() }),
])

export type MemberAction = z.infer<typeof memberActionSchema>

/** A photo, video or the like as it travels: an id of its own per message, the bytes of a catalogue piece. */
export interface SentMedia {
  id: string
  kind: MemberMediaKind
  mime: string
  fileName: string
  /** 64 hex digits, of the real bytes. */
  sha256: string
  /** Where the simulator serves the bytes, and the same as a whole address. */
  path: string
  url: string
  caption?: string
}

/** What a member did, with its media made real: this is what the webhooks tell. */
export type PerformedAction =
  | Exclude<MemberAction, { type: 'media' }>
  | { type: 'media'; media: SentMedia }
