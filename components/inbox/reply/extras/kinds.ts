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

export type ExtraKind = Exclude<ReplyKind, 'text'>

/** What a reply can carry beside text, as menu and palette name it. */
export const EXTRAS: { kind: ExtraKind; label: string; icon: LucideIcon }[] = [
  { kind: 'template', label: 'Template', icon: LayoutTemplate },
  { kind: 'quick-replies', label: 'Quick replies', icon: MessageSquareMore },
  { kind: 'buttons', label: 'Buttons', icon: SquareMousePointer },
  { kind: 'list', label: 'List', icon: List },
  { kind: 'carousel', label: 'Cards', icon: Images },
  { kind: 'location', label: 'Location', icon: MapPin },
  { kind: 'contacts', label: 'Contact card', icon: Contact },
]

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
