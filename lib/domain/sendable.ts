import { PLATFORM_NAMES, PLATFORMS, type Platform, TEXT_LENGTH_MAX } from './channel'
import {
  type ButtonType,
  type Posted,
  type PostedContent,
  personName,
  type ReplyKind,
} from './reply-content'

/*
 * What can be sent on which platform, with which limits (Facts §4; where Stella's page is cut off, the platform's own
 * public limit). The composer offers by this table and the server refuses by it. A kind that no page documents for a
 * platform is not offered there: Facts §4.5.
 */

interface TextLimit {
  /** In UTF-16 units. */
  lengthMax: number
  /** In bytes of UTF-8, where the platform counts those. */
  bytesMax?: number
}

interface ChoicesLimit extends TextLimit {
  choicesMax: number
  titleMax: number
  payloadMax: number
}

interface Limits {
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

const PLURALS: Record<ReplyKind, string> = {
  text: 'texts',
  location: 'locations',
  contacts: 'address cards',
  'quick-replies': 'quick replies',
  buttons: 'buttons',
  list: 'lists',
  carousel: 'cards',
  template: 'templates',
}

/** Why a platform can't carry this kind at all; undefined where it can. */
export function kindRefusedBecause(platform: Platform, kind: ReplyKind): string | undefined {
  if (SENDABLE[platform][kind]) return undefined
  const able = PLATFORMS.filter((each) => SENDABLE[each][kind]).map((each) => PLATFORM_NAMES[each])
  const last = able.pop()
  const where = able.length > 0 ? `${able.join(', ')} and ${last}` : last
  return `Stella sends ${PLURALS[kind]} on ${where} only, not on ${PLATFORM_NAMES[platform]}.`
}

/**
 * Why this can't be sent on this platform as it stands; undefined when it can. A template's values are judged with
 * its wording at hand (`unfilledBecause`).
 */
export function contentRefusedBecause(
  platform: Platform,
  content: PostedContent,
): string | undefined {
  const refused = kindRefusedBecause(platform, content.type)
  if (refused) return refused
  const limits = SENDABLE[platform]
  switch (content.type) {
    case 'text':
      return textReason('A message', content.text, limits.text)
    case 'location':
      return locationReason(content)
    case 'contacts':
      return limits.contacts && contactsReason(content, limits.contacts)
    case 'quick-replies':
      return limits['quick-replies'] && quickRepliesReason(content, limits['quick-replies'])
    case 'buttons':
      return limits.buttons && buttonsReason(platform, content, limits.buttons)
    case 'list':
      return limits.list && listReason(content, limits.list)
    case 'carousel':
      return limits.carousel && carouselReason(content, limits.carousel)
    case 'template':
      return undefined
  }
}

function textReason(what: string, text: string, { lengthMax, bytesMax }: TextLimit) {
  if (text.trim() === '') return 'Write something first.'
  if (text.length > lengthMax)
    return `${what} can have at most ${count(lengthMax)} characters here.`
  if (bytesMax !== undefined && bytesOf(text) > bytesMax)
    return `${what} can have at most ${count(bytesMax)} bytes here; this has ${count(bytesOf(text))}.`
  return undefined
}

/** Length in UTF-8. */
export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length
}

function locationReason({ latitude, longitude }: Posted<'location'>) {
  if (!(Math.abs(latitude) <= 90)) return 'The latitude must be between -90 and 90.'
  if (!(Math.abs(longitude) <= 180)) return 'The longitude must be between -180 and 180.'
  return undefined
}

function contactsReason(
  { contacts }: Posted<'contacts'>,
  { contactsMax }: NonNullable<Limits['contacts']>,
) {
  if (contacts.length === 0) return 'Add a card first.'
  if (contacts.length > contactsMax) return `At most ${contactsMax} cards in one message.`
  for (const person of contacts) {
    if (!person.firstName.trim()) return 'Every card needs a first name.'
    const phones = person.phones.filter((phone) => phone.trim())
    const emails = person.emails.filter((email) => email.trim())
    if (phones.length + emails.length === 0)
      return `Give a phone number or an e-mail for ${personName(person)}.`
    const broken = phones.find((phone) => !isPhone(phone))
    if (broken) return `${broken} is not a phone number.`
    const wrong = emails.find((email) => !/^\S+@\S+\.\S+$/.test(email.trim()))
    if (wrong) return `${wrong} is not an e-mail address.`
  }
  return undefined
}

function quickRepliesReason({ text, choices }: Posted<'quick-replies'>, limits: ChoicesLimit) {
  return textReason('The text', text, limits) ?? choicesReason('quick reply', choices, limits)
}

function buttonsReason(
  platform: Platform,
  { header, text, footer, buttons }: Posted<'buttons'>,
  limits: NonNullable<Limits['buttons']>,
) {
  const around = [header, footer].filter((words) => words?.trim())
  if (around.length > 0 && limits.headerMax === undefined)
    return `${PLATFORM_NAMES[platform]} has no header or footer around buttons.`
  const long = around.find((words) => (words?.length ?? 0) > (limits.headerMax ?? 0))
  if (long) return `Header and footer can have at most ${limits.headerMax} characters each.`
  const other = buttons.find(({ type }) => !limits.types.includes(type))
  if (other) return `${PLATFORM_NAMES[platform]} takes no ${BUTTON_NAMES[other.type]} here.`
  return (
    textReason('The text', text, limits) ??
    choicesReason('button', buttons, limits) ??
    targetsReason(buttons)
  )
}

const BUTTON_NAMES: Record<ButtonType, string> = {
  answer: 'answers',
  link: 'links',
  call: 'phone calls',
}

function targetsReason(buttons: Posted<'buttons'>['buttons']) {
  for (const button of buttons) {
    if (button.type === 'link' && !isWebAddress(button.url))
      return `“${button.title}” needs an address that starts with https://.`
    if (button.type === 'call' && !isPhone(button.phone))
      return `“${button.title}” needs a phone number.`
  }
  return undefined
}

function listReason(
  { text, button, sections }: Posted<'list'>,
  limits: NonNullable<Limits['list']>,
) {
  const rows = sections.flatMap((section) => section.rows)
  if (!button.trim()) return 'The button that opens the list needs a title.'
  if (button.length > limits.buttonMax)
    return `The button that opens the list can have at most ${limits.buttonMax} characters.`
  if (sections.length > limits.sectionsMax) return `At most ${limits.sectionsMax} sections.`
  if (sections.some((section) => section.rows.length === 0)) return 'Every section needs a row.'
  if (sections.length > 1 && sections.some((section) => !section.title?.trim()))
    return 'With more than one section, each needs a title.'
  if (sections.some(({ title = '' }) => title.length > limits.titleMax))
    return `The title of a section can have at most ${limits.titleMax} characters.`
  const long = rows.find((row) => (row.text?.length ?? 0) > limits.descriptionMax)
  if (long)
    return `The line under “${long.title}” can have at most ${limits.descriptionMax} characters.`
  return textReason('The text', text, limits) ?? choicesReason('row', rows, limits)
}

function carouselReason(
  { cards }: Posted<'carousel'>,
  { cardsMax, textMax, linksMax, needsUrl }: NonNullable<Limits['carousel']>,
) {
  if (cards.length === 0) return 'Add a card first.'
  if (cards.length > cardsMax)
    return cardsMax === 1 ? 'Only one card can be sent here.' : `At most ${cardsMax} cards.`
  for (const card of cards) {
    const { title, text = '', url = '', imageUrl = '', links } = card
    if (!title.trim()) return 'Every card needs a title.'
    if (title.length > textMax || text.length > textMax)
      return `The title and the line of a card can have at most ${textMax} characters each.`
    if (needsUrl && !url.trim()) return `“${title}” needs an address to lead to.`
    if (!needsUrl && !text.trim() && !url.trim() && !imageUrl.trim() && links.length === 0)
      return `“${title}” needs more than a title: a line, a picture, an address or a link.`
    const broken = [url, imageUrl].find((given) => given.trim() && !isWebAddress(given))
    if (broken) return `${broken} is not an address that starts with https://.`
    if (links.length > linksMax)
      return linksMax === 0 ? 'Cards have no links here.' : `At most ${linksMax} links on a card.`
    const reason = linksReason(links)
    if (reason) return reason
  }
  return undefined
}

function linksReason(links: { title: string; url: string }[]) {
  for (const { title, url } of links) {
    if (!title.trim()) return 'Every link needs a title.'
    if (title.length > 20) return `“${title}” is longer than 20 characters.`
    if (!isWebAddress(url)) return `“${title}” needs an address that starts with https://.`
  }
  return undefined
}

function choicesReason(
  what: string,
  choices: { title: string; payload?: string }[],
  { choicesMax, titleMax, payloadMax }: ChoicesLimit,
) {
  if (choices.length === 0) return `Add a ${what} first.`
  if (choices.length > choicesMax) return `At most ${choicesMax}: there are ${choices.length}.`
  const titles = choices.map(({ title }) => title.trim())
  if (titles.includes('')) return `Every ${what} needs a title.`
  const long = titles.find((title) => title.length > titleMax)
  if (long) return `“${long}” is longer than ${titleMax} characters.`
  const twice = titles.find((title, place) => titles.indexOf(title) !== place)
  if (twice) return `“${twice}” stands there twice.`
  const payloads = choices.map(({ title, payload }) => payload?.trim() || title.trim())
  const heavy = payloads.find((payload) => payload.length > payloadMax)
  if (heavy) return `A payload can have at most ${payloadMax} characters.`
  const shared = payloads.find((payload, place) => payloads.indexOf(payload) !== place)
  if (shared) return `The payload “${shared}” stands there twice.`
  return undefined
}

/** `https` or `http`, as a whole address. */
function isWebAddress(value: string): boolean {
  return /^https?:\/\//i.test(value.trim()) && URL.canParse(value.trim())
}

/** Digits with the signs people write between them. */
function isPhone(value: string): boolean {
  return /^\+?[\d\s().-]+$/.test(value.trim()) && /^\d{5,15}$/.test(value.replace(/\D/g, ''))
}

function count(value: number): string {
  return value.toLocaleString('en')
}
