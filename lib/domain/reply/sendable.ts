import { type Reason, reason } from '@/lib/i18n/reason'
import { PLATFORM_NAMES, PLATFORMS, type Platform, TEXT_LENGTH_MAX } from '../channel/channel'
import type { ButtonType, ReplyKind } from './reply-content'

/*
 * What can be sent on which platform, with which limits (Facts §4; where Stella's page is cut off, the platform's own
 * public limit). The composer offers by this table and the server refuses by it. A kind that no page documents for a
 * platform is not offered there: Facts §4.5.
 */

export interface TextLimit {
  /** In UTF-16 units. */
  lengthMax: number
  /** In bytes of UTF-8, where the platform counts those. */
  bytesMax?: number
}

export interface ChoicesLimit extends TextLimit {
  choicesMax: number
  titleMax: number
  payloadMax: number
}

export interface Limits {
  text: TextLimit
  location?: true
  contacts?: { contactsMax: number }
  'quick-replies'?: ChoicesLimit
  buttons?: ChoicesLimit & {
    types: readonly ButtonType[]
    /** Characters of header and footer; absent where there are none. */
    headerMax?: number
  }
  list?: ChoicesLimit & { descriptionMax: number; buttonMax: number; sectionsMax: number }
  carousel?: { cardsMax: number; textMax: number; linksMax: number; needsUrl?: true }
  template?: true
}

const TEXT = { lengthMax: TEXT_LENGTH_MAX }
/** Instagram counts bytes: about 330 Chinese characters. */
const INSTAGRAM_TEXT = { lengthMax: TEXT_LENGTH_MAX, bytesMax: 1_000 }
const QUICK_REPLIES = { choicesMax: 13, titleMax: 20, payloadMax: 1_000 }
const PAGE_BUTTONS = { lengthMax: 640, choicesMax: 3, titleMax: 20, payloadMax: 1_000 }
const CARDS = { cardsMax: 10, textMax: 80, linksMax: 3 }

export const SENDABLE: Record<Platform, Limits> = {
  whatsapp: {
    text: TEXT,
    location: true,
    contacts: { contactsMax: 10 },
    buttons: {
      lengthMax: 1_024,
      choicesMax: 3,
      titleMax: 20,
      payloadMax: 256,
      types: ['answer'],
      headerMax: 60,
    },
    list: {
      lengthMax: 1_024,
      choicesMax: 10,
      titleMax: 24,
      payloadMax: 200,
      descriptionMax: 72,
      buttonMax: 20,
      sectionsMax: 10,
    },
    template: true,
  },
  messenger: {
    text: TEXT,
    'quick-replies': { ...TEXT, ...QUICK_REPLIES },
    buttons: { ...PAGE_BUTTONS, types: ['answer', 'link', 'call'] },
    carousel: CARDS,
  },
  instagram: {
    text: INSTAGRAM_TEXT,
    'quick-replies': { ...INSTAGRAM_TEXT, ...QUICK_REPLIES },
    buttons: { ...PAGE_BUTTONS, types: ['answer', 'link'] },
    carousel: CARDS,
  },
  web: { text: TEXT },
  /** NEWS: one article with its address (Facts §4.4). */
  wechat: { text: TEXT, carousel: { cardsMax: 1, textMax: 512, linksMax: 0, needsUrl: true } },
  slack: { text: TEXT },
  telegram: { text: TEXT },
}

/** Why a platform can't carry this kind at all; undefined where it can. */
export function kindRefusedBecause(platform: Platform, kind: ReplyKind): Reason | undefined {
  if (SENDABLE[platform][kind]) return undefined
  const able = PLATFORMS.filter((each) => SENDABLE[each][kind]).map((each) => PLATFORM_NAMES[each])
  return reason('reply.kind.unsupported', {
    kind,
    platforms: { list: able },
    platform: PLATFORM_NAMES[platform],
  })
}
