import { z } from 'zod'

/** Kinds of media a message can carry. `voice` is recorded in the chat, `audio` is a file. */
export const MEDIA_KINDS = ['image', 'video', 'audio', 'voice', 'file', 'sticker'] as const
export type MediaKind = (typeof MEDIA_KINDS)[number]

const textContent = z.object({
  type: z.literal('text'),
  text: z.string(),
  /** What the member may tap: titles of buttons and quick replies, in order. */
  choices: z.array(z.string()).optional(),
})

const mediaContent = z.object({
  type: z.enum(MEDIA_KINDS),
  /** The caption. */
  text: z.string().optional(),
  /** Ids of rows of `media`, in the order they stood in the message. */
  mediaIds: z.array(z.string()),
})

const choiceContent = z.object({
  type: z.literal('choice'),
  /** The title the member tapped, or the payload where the platform sends no title. */
  text: z.string(),
  payload: z.string().optional(),
})

const locationContent = z.object({
  type: z.literal('location'),
  latitude: z.number(),
  longitude: z.number(),
  name: z.string().optional(),
  address: z.string().optional(),
})

const contactsContent = z.object({
  type: z.literal('contacts'),
  contacts: z.array(
    z.object({ name: z.string(), phones: z.array(z.string()), emails: z.array(z.string()) }),
  ),
})

const unknownContent = z.object({
  type: z.literal('unknown'),
  /** The platform's own name for what it sent. */
  label: z.string(),
  text: z.string().optional(),
})

/** What one message says, whoever wrote it. `type` is the message's `kind`. */
export const contentSchema = z.discriminatedUnion('type', [
  textContent,
  mediaContent,
  choiceContent,
  locationContent,
  contactsContent,
  unknownContent,
])

export type Content = z.infer<typeof contentSchema>
export type MessageKind = Content['type']

/** The words of a message, if it has any: text, caption, or the choice that was tapped. */
export function textOf(content: Content): string | undefined {
  if (content.type === 'contacts') return content.contacts.map((c) => c.name).join(', ')
  if (content.type === 'location') return content.name ?? content.address
  return content.text
}

export function mediaIdsOf(content: Content): string[] {
  return 'mediaIds' in content ? content.mediaIds : []
}

const PREVIEW_LENGTH_MAX = 160

const KIND_NAMES: Record<MessageKind, string> = {
  text: '',
  choice: '',
  image: 'Photo',
  video: 'Video',
  audio: 'Audio',
  voice: 'Voice message',
  file: 'File',
  sticker: 'Sticker',
  location: 'Location',
  contacts: 'Contact',
  unknown: 'Unsupported message',
}

/** One line for the list row: the words, or the name of what was sent. Cut by characters, never inside one. */
export function toPreview(content: Content): string {
  const text = textOf(content)?.trim().replace(/\s+/g, ' ')
  const line = text || KIND_NAMES[content.type]
  return Array.from(line).slice(0, PREVIEW_LENGTH_MAX).join('')
}
