import type { ResponseObject } from '@/lib/stella/wire'
import type { Choice, PhoneCard, PhoneLine } from './state'
import type { PerformedAction, SentMedia } from './wire/member-action'

/** What a member sees of what they did themselves. */
export function onPhone(action: PerformedAction): Pick<PhoneLine, 'text' | 'media'> {
  switch (action.type) {
    case 'text':
      return { text: action.text }
    case 'tap':
      return { text: action.title }
    case 'media':
      return { text: action.media.caption, media: toPhoneMedia(action.media) }
    case 'location':
      return { text: `📍 ${action.name ?? ''} ${action.latitude}, ${action.longitude}` }
    case 'contact':
      return { text: `👤 ${action.name} ${action.phone}` }
    case 'reaction':
      return { text: action.emoji }
  }
}

function toPhoneMedia({ kind, path, fileName }: SentMedia) {
  return { kind, url: path, name: fileName }
}

type Seen = Pick<PhoneLine, 'text' | 'media' | 'choices' | 'cards'>

/** What a member sees of one object of the `response` array (Facts §4). It was judged before: `api/sendable.ts`. */
export function responseOnPhone(response: ResponseObject): Seen {
  const text = asText(response.text)
  switch (response.type) {
    case 'LOCATION':
      return { text: toLocationLine(response) }
    case 'CONTACTS':
      return { text: objects(response.contacts).map(toPersonLine).join('\n') }
    case 'WHATSAPP_REPLY_BUTTONS':
      return { text: wordsAround(response), choices: toReplyChoices(response) }
    case 'WHATSAPP_LIST':
      return { text: wordsAround(response), choices: toRows(response) }
    case 'TEMPLATE':
      return { text: toTemplateLine(response) }
    case 'BUTTON':
      return toButtons(response)
    case 'CAROUSEL':
      return { cards: objects(response.carousel).map(toCard) }
    case 'NEWS':
      return { cards: objects(response.articles).map(toArticle) }
  }
  if (typeof response.url === 'string') {
    const name = asText(response.filename)
    return { text, media: { kind: response.type.toLowerCase(), url: response.url, name } }
  }
  const choices = objects(response.quickReplies).map(toChoice)
  return { text: text ?? `[${response.type}]`, ...(choices.length > 0 ? { choices } : {}) }
}

type Fields = Record<string, unknown>

function toLocationLine({ text, address, lat, long }: Fields): string {
  return ['📍', text, address, `${lat}, ${long}`].filter(Boolean).join(' ')
}

function toPersonLine({ name, phones, emails }: Fields): string {
  const numbers = objects(phones).map(({ phone }) => phone)
  const addresses = objects(emails).map(({ email }) => email)
  return ['👤', object(name).formatted_name, ...numbers, ...addresses].join(' ')
}

function wordsAround({ header, body, footer }: Fields): string {
  return [header, body, footer]
    .map((part) => object(part).text)
    .filter(Boolean)
    .join('\n')
}

function toReplyChoices({ action }: Fields): Choice[] {
  return objects(object(action).buttons).map((button) => toChoice(object(button.reply)))
}

function toRows({ action }: Fields): Choice[] {
  const rows = objects(object(action).sections).flatMap((section) => objects(section.rows))
  return rows.map((row) => ({ ...toChoice(row), via: 'list' }))
}

/** The wording is WhatsApp's: all that is known here is which template, in which language, with which values. */
function toTemplateLine({ elementName, languageCode, components }: Fields): string {
  const parameters = objects(components).flatMap((component) => objects(component.parameters))
  const values = parameters.flatMap(({ text }) => asText(text) ?? [])
  return `[${elementName} · ${languageCode}] ${values.join(' · ')}`.trim()
}

function toButtons({ text, buttons }: Fields): Seen {
  const all = objects(buttons)
  const taps = all.filter(({ type }) => type === 'postback')
  const links = all.filter(({ type }) => type !== 'postback').map(toLink)
  return {
    text: asText(text),
    ...(taps.length > 0
      ? { choices: taps.map((tap) => ({ ...toChoice(tap), via: 'postback' as const })) }
      : {}),
    ...(links.length > 0 ? { cards: [{ title: '', links }] } : {}),
  }
}

function toCard({ title, subtitle, default_action, buttons }: Fields): PhoneCard {
  const url = asText(object(default_action).url)
  const own = url ? [{ title: url, url }] : []
  return {
    title: String(title),
    text: asText(subtitle),
    links: [...own, ...objects(buttons).map(toLink)],
  }
}

function toArticle({ title, description, url }: Fields): PhoneCard {
  const links = [{ title: String(url), url: String(url) }]
  return { title: String(title), text: asText(description), links }
}

function toLink({ title, url, payload }: Fields) {
  return { title: String(title), url: asText(url) ?? `tel:${payload}` }
}

function toChoice({ title, payload }: Fields): Choice {
  return { title: String(title), payload: String(payload) }
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function object(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function objects(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(object) : []
}
