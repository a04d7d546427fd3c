import { z } from 'zod'
import { nameOfUnknown } from './unknown-names'

/** Kinds of media a message can carry. `voice` is recorded in the chat, `audio` is a file. */
const MEDIA_KINDS = ['image', 'video', 'audio', 'voice', 'file', 'sticker'] as const
export type MediaKind = (typeof MEDIA_KINDS)[number]

const textContent = z.object({
  type: z.literal('text'),
  text: z.string(),
  /** What the member may tap: titles of buttons and quick replies, in order. */
  choices: z.array(z.string()).optional(),
})

const choiceContent = z.object({
  type: z.literal('choice'),
  /** The title the member tapped, or the payload where the platform sends no title. */
  text: z.string(),
  payload: z.string().optional(),
  /** What stood beside the title, or the answers of a filled form, line by line. */
  detail: z.string().optional(),
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

const orderContent = z.object({
  type: z.literal('order'),
  /** What the member wrote beside the order. */
  text: z.string().optional(),
  items: z.array(
    z.object({
      productId: z.string(),
      quantity: z.number().optional(),
      price: z.number().optional(),
      currency: z.string().optional(),
    }),
  ),
})

/** Cards side by side: a carousel, or articles. */
const cardsContent = z.object({
  type: z.literal('cards'),
  text: z.string().optional(),
  cards: z.array(
    z.object({
      title: z.string(),
      text: z.string().optional(),
      url: z.string().optional(),
      choices: z.array(z.string()),
    }),
  ),
})

const unknownContent = z.object({
  type: z.literal('unknown'),
  /** The platform's own name for what it sent. */
  label: z.string(),
  text: z.string().optional(),
})

/** What one message may hold beside its first part: a place, cards, something we have no reader for. */
const partContent = z.discriminatedUnion('type', [
  locationContent,
  contactsContent,
  cardsContent,
  unknownContent,
])

export type ContentPart = z.infer<typeof partContent>

/** The further parts of a mixed message, in the order in which they stood in it. */
const also = z.array(partContent).optional()

const mediaContent = z.object({
  type: z.enum(MEDIA_KINDS),
  /** The caption. */
  text: z.string().optional(),
  /** Ids of rows of `media`, in the order they stood in the message. Each row says of what kind its file is. */
  mediaIds: z.array(z.string()),
  also,
})

/** A question with a list of answers that opens by a button. */
const listContent = z.object({
  type: z.literal('list'),
  text: z.string().optional(),
  button: z.string().optional(),
  sections: z.array(
    z.object({
      title: z.string().optional(),
      rows: z.array(z.object({ title: z.string(), text: z.string().optional() })),
    }),
  ),
})

/**
 * A message that the platform approved beforehand. Its wording lives at the platform: an event tells name and values.
 * `text` and `choices` are there for a reply of ours, from the workspace's catalogue.
 */
const templateContent = z.object({
  type: z.literal('template'),
  name: z.string(),
  language: z.string().optional(),
  values: z.array(z.string()),
  text: z.string().optional(),
  choices: z.array(z.string()).optional(),
})

/** What one message says, whoever wrote it. `type` is the message's `kind`. */
const contentSchema = z.discriminatedUnion('type', [
  textContent.extend({ also }),
  mediaContent,
  choiceContent,
  locationContent.extend({ also }),
  contactsContent,
  orderContent,
  cardsContent.extend({ also }),
  listContent,
  templateContent,
  unknownContent.extend({ also }),
])

export type Content = z.infer<typeof contentSchema>
export type MessageKind = Content['type']

/** The words of a message, if it has any: text, caption, or the choice that was tapped. */
export function textOf(content: Content): string | undefined {
  if (content.type === 'contacts') return listed(content.contacts.map(nameOfCard))
  if (content.type === 'location') return content.name || content.address
  if (content.type === 'template') return content.text || listed(content.values) || content.name
  if (content.type === 'cards')
    return content.text || listed(content.cards.map((card) => card.title || card.text))
  return content.text
}

/** What a mixed message holds beside its first part. */
export function partsBeside(content: Content): ContentPart[] {
  return ('also' in content ? content.also : undefined) ?? []
}

type ContactCard = Extract<Content, { type: 'contacts' }>['contacts'][number]

/** What stands for a contact card in a line: its name, else how its person is reached. */
function nameOfCard({ name, phones, emails }: ContactCard): string | undefined {
  return name.trim() || phones[0] || emails[0]
}

/** What is there, side by side: nothing stands for what is not. */
function listed(words: (string | undefined)[]): string | undefined {
  return words.filter((word) => word?.trim()).join(', ') || undefined
}

export function mediaIdsOf(content: Content): string[] {
  return 'mediaIds' in content ? content.mediaIds : []
}

const PREVIEW_LENGTH_MAX = 160

const KIND_NAMES: Record<MessageKind, string> = {
  text: 'Message',
  choice: 'Choice',
  image: 'Photo',
  video: 'Video',
  audio: 'Audio',
  voice: 'Voice message',
  file: 'File',
  sticker: 'Sticker',
  location: 'Location',
  contacts: 'Contact card',
  order: 'Order',
  cards: 'Cards',
  list: 'List',
  template: 'Template',
  unknown: 'Unsupported message',
}

/** Stands for the words of a message that was deleted on the platform. */
export const DELETED_PREVIEW = 'Deleted message'

/** One line for the list row: the words, or the name of what was sent. Cut by characters, never inside one. */
export function toPreview(content: Content): string {
  const text = textOf(content)?.trim().replace(/\s+/g, ' ')
  const name = content.type === 'unknown' ? nameOfUnknown(content.label) : undefined
  const line = [name, text].filter(Boolean).join(': ') || KIND_NAMES[content.type]
  return Array.from(line).slice(0, PREVIEW_LENGTH_MAX).join('')
}

/** A preview as people read it: where it was cut an ellipsis says so. */
export function toShownPreview(preview: string): string {
  return Array.from(preview).length < PREVIEW_LENGTH_MAX ? preview : `${preview}…`
}
