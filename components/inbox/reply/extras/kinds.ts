import {
  Contact,
  Images,
  LayoutTemplate,
  List,
  type LucideIcon,
  MapPin,
  MessageSquareMore,
  SquareMousePointer,
} from 'lucide-react'
import type { Platform } from '@/lib/domain/channel/channel'
import type { Posted, PostedContent, ReplyKind } from '@/lib/domain/reply/reply-content'
import type { Key } from '@/lib/i18n/message-catalogue'

export type ExtraKind = Exclude<ReplyKind, 'text'>

/** What a reply can carry beside text, in the order of the menu. */
export const EXTRAS: { kind: ExtraKind; icon: LucideIcon }[] = [
  { kind: 'template', icon: LayoutTemplate },
  { kind: 'quick-replies', icon: MessageSquareMore },
  { kind: 'buttons', icon: SquareMousePointer },
  { kind: 'list', icon: List },
  { kind: 'carousel', icon: Images },
  { kind: 'location', icon: MapPin },
  { kind: 'contacts', icon: Contact },
]

/** What each is called in the menu and over its form. */
export const EXTRA_NAMES = {
  template: 'composer.extra.template',
  'quick-replies': 'composer.extra.quickReplies',
  buttons: 'composer.extra.buttons',
  list: 'composer.extra.list',
  carousel: 'composer.extra.carousel',
  location: 'composer.extra.location',
  contacts: 'composer.extra.contacts',
} as const satisfies Record<ExtraKind, Key>

export type Drafts = { [Kind in ExtraKind]: Posted<Kind> }

/** What the form of each kind is given. */
export interface FormProps<Kind extends ExtraKind> {
  draft: Posted<Kind>
  onChange: (draft: Posted<Kind>) => void
  platform: Platform
}

/** What each form starts with. */
export const EMPTY_DRAFTS: Drafts = {
  location: {
    type: 'location',
    latitude: Number.NaN,
    longitude: Number.NaN,
    name: undefined,
    address: undefined,
  },
  contacts: { type: 'contacts', contacts: [emptyPerson()] },
  'quick-replies': { type: 'quick-replies', text: '', choices: [emptyChoice(), emptyChoice()] },
  buttons: {
    type: 'buttons',
    header: undefined,
    text: '',
    footer: undefined,
    buttons: [{ type: 'answer', ...emptyChoice() }],
  },
  list: {
    type: 'list',
    text: '',
    button: '',
    sections: [{ title: undefined, rows: [emptyRow(), emptyRow()] }],
  },
  carousel: { type: 'carousel', cards: [emptyCard()] },
  template: { type: 'template', templateId: '', values: [] },
}

export function emptyPerson(): Posted<'contacts'>['contacts'][number] {
  return { firstName: '', lastName: undefined, company: undefined, phones: [''], emails: [] }
}

export function emptyChoice(): Posted<'quick-replies'>['choices'][number] {
  return { title: '', payload: undefined }
}

export function emptyRow(): Posted<'list'>['sections'][number]['rows'][number] {
  return { ...emptyChoice(), text: undefined }
}

export function emptyCard(): Posted<'carousel'>['cards'][number] {
  return { title: '', text: undefined, imageUrl: undefined, url: undefined, links: [] }
}

export function isExtra(content: PostedContent): content is Drafts[ExtraKind] {
  return content.type !== 'text'
}
