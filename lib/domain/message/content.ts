import { type Reason, reason, type Said } from '@/lib/i18n/reason'
import { nameOfUnknown } from './unknown-names'

/** Kinds of media a message can carry. `voice` is recorded in the chat, `audio` is a file. */
export type MediaKind = 'image' | 'video' | 'audio' | 'voice' | 'file' | 'sticker'

interface TextContent {
  type: 'text'
  text: string
  /** What the member may tap: titles of buttons and quick replies, in order. */
  choices?: string[]
}

interface ChoiceContent {
  type: 'choice'
  /** The title the member tapped, or the payload where the platform sends no title; empty where only `name` says it. */
  text: string
  /** What we call a choice that the platform puts into no words. */
  name?: Reason
  payload?: string
  /** What stood beside the title, or the answers of a filled form, line by line. */
  detail?: Said
}

interface LocationContent {
  type: 'location'
  latitude: number
  longitude: number
  name?: string
  address?: string
}

interface ContactCard {
  name: string
  phones: string[]
  emails: string[]
}

interface ContactsContent {
  type: 'contacts'
  contacts: ContactCard[]
}

interface OrderContent {
  type: 'order'
  /** What the member wrote beside the order. */
  text?: string
  items: { productId: string; quantity?: number; price?: number; currency?: string }[]
}

/** Cards side by side: a carousel, or articles. */
interface CardsContent {
  type: 'cards'
  text?: string
  cards: Card[]
}

export interface Card {
  /** Empty where only `name` says what it is. */
  title: string
  /** What we call a card without a title, such as a post that was passed on. */
  name?: Reason
  text?: string
  url?: string
  choices: string[]
}

interface UnknownContent {
  type: 'unknown'
  /** The platform's own name for what it sent. */
  label: string
  text?: string
}

/** What one message may hold beside its first part: a place, cards, something we have no reader for. */
export type ContentPart = LocationContent | ContactsContent | CardsContent | UnknownContent

interface Mixed {
  /** The further parts of a mixed message, in the order in which they stood in it. */
  also?: ContentPart[]
}

interface MediaContent extends Mixed {
  type: MediaKind
  /** The caption. */
  text?: string
  /** Ids of rows of `media`, in the order they stood in the message. Each row says of what kind its file is. */
  mediaIds: string[]
}

/** A question with a list of answers that opens by a button. */
interface ListContent {
  type: 'list'
  text?: string
  button?: string
  sections: { title?: string; rows: { title: string; text?: string }[] }[]
}

/**
 * A message that the platform approved beforehand. Its wording lives at the platform: an event tells name and values.
 * `text` and `choices` are there for a reply of ours, from the workspace's catalogue.
 */
interface TemplateContent {
  type: 'template'
  name: string
  language?: string
  values: string[]
  text?: string
  choices?: string[]
}

/** What one message says, whoever wrote it. `type` is the message's `kind`. */
export type Content =
  | (TextContent & Mixed)
  | MediaContent
  | ChoiceContent
  | (LocationContent & Mixed)
  | ContactsContent
  | OrderContent
  | (CardsContent & Mixed)
  | ListContent
  | TemplateContent
  | (UnknownContent & Mixed)

export type MessageKind = Content['type']

/** The words of a message, if it has any: text, caption, or the choice that was tapped. */
export function textOf(content: Content): string | undefined {
  if (content.type === 'contacts') return listed(content.contacts.map(nameOfCard))
  if (content.type === 'location') return content.name || content.address
  if (content.type === 'template') return content.text || listed(content.values) || content.name
  if (content.type === 'cards')
    return content.text || listed(content.cards.map((card) => card.title || card.text))
  // Empty, where only a name of ours says what was tapped.
  return content.type === 'choice' ? content.text || undefined : content.text
}

/** What a mixed message holds beside its first part. */
export function partsBeside(content: Content): ContentPart[] {
  return ('also' in content ? content.also : undefined) ?? []
}

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
/** Of the words behind a name, so that both together are no longer than a preview. */
const NAMED_LENGTH_MAX = 120

/** What each kind of message is called where it has no words of its own. */
export const KIND_NAMES: Record<MessageKind, Reason> = {
  text: reason('message.kind.text'),
  choice: reason('message.kind.choice'),
  image: reason('message.kind.image'),
  video: reason('message.kind.video'),
  audio: reason('message.kind.audio'),
  voice: reason('message.kind.voice'),
  file: reason('message.kind.file'),
  sticker: reason('message.kind.sticker'),
  location: reason('message.kind.location'),
  contacts: reason('message.kind.contacts'),
  order: reason('message.kind.order'),
  cards: reason('message.kind.cards'),
  list: reason('message.kind.list'),
  template: reason('message.kind.template'),
  unknown: reason('message.kind.unknown'),
}

/** Stands for the words of a message that was deleted on the platform. */
export const DELETED_PREVIEW = reason('message.kind.deleted')

/** One line for the list row: the words, or the name of what was sent. Cut by characters, never inside one. */
export function toPreview(content: Content): Said {
  const words = textOf(content)?.trim().replace(/\s+/g, ' ')
  const name = nameOf(content)
  if (!words) return name ?? KIND_NAMES[content.type]
  const letters = Array.from(words)
  if (!name) return letters.slice(0, PREVIEW_LENGTH_MAX).join('')
  const text =
    letters.length > NAMED_LENGTH_MAX ? [...letters.slice(0, NAMED_LENGTH_MAX), '…'] : letters
  return reason('message.kind.named', { name, text: text.join('') })
}

/** What we call it, where the platform has a code at most. */
function nameOf(content: Content): Reason | undefined {
  if (content.type === 'unknown') return nameOfUnknown(content.label)
  if (content.type === 'choice') return content.name
  return content.type === 'cards' ? content.cards.find((card) => card.name)?.name : undefined
}

/** A preview as people read it: where it was cut an ellipsis says so. */
export function toShownPreview<Preview extends Said>(preview: Preview): Preview | string {
  if (typeof preview !== 'string') return preview
  return Array.from(preview).length < PREVIEW_LENGTH_MAX ? preview : `${preview}…`
}
