import type { Platform } from '@/lib/domain/channel/channel'
import type { FilledTemplate } from '@/lib/domain/reply/fill-template'
import { type Posted, personName, type ReplyContent } from '@/lib/domain/reply/reply-content'
import type { ResponseObject } from '../wire'

/**
 * A reply as one object of sendResponses (Facts §4), in the form its platform takes. What is not offered there was
 * refused before it was queued (lib/domain/reply/sendable.ts); should it come here all the same, it throws.
 */
export function toResponseObject(reply: ReplyContent, platform: Platform): ResponseObject {
  switch (reply.type) {
    case 'text':
      return { type: 'TEXT', text: reply.text }
    case 'location':
      return toLocation(reply)
    case 'contacts':
      return { type: 'CONTACTS', contacts: reply.contacts.map(toPerson) }
    case 'quick-replies':
      return { type: 'TEXT', text: reply.text, quickReplies: reply.choices.map(toQuickReply) }
    case 'buttons':
      return platform === 'whatsapp' ? toReplyButtons(reply) : toButtons(reply)
    case 'list':
      return toList(reply)
    case 'carousel':
      return platform === 'wechat' ? toNews(reply) : toCarousel(reply)
    case 'template':
      return toTemplate(reply)
  }
}

/** Facts §4.1: the name travels as `text`. */
function toLocation({ latitude, longitude, name, address }: Posted<'location'>): ResponseObject {
  return { type: 'LOCATION', lat: latitude, long: longitude, text: name, address }
}

function toPerson(person: Posted<'contacts'>['contacts'][number], place: number) {
  const { firstName, lastName, company, phones, emails } = person
  return {
    id: String(place + 1),
    name: { formatted_name: personName(person), first_name: firstName, last_name: lastName },
    phones: phones.map((phone) => ({ type: 'CELL', phone })),
    emails: emails.map((email) => ({ type: 'WORK', email })),
    ...(company ? { org: { company } } : {}),
  }
}

function toQuickReply(choice: Posted<'quick-replies'>['choices'][number], place: number) {
  const { title } = choice
  return { id: String(place + 1), content_type: 'text', title, payload: payloadOf(choice) }
}

/** WhatsApp: up to three answers, with words above and below (Facts §4.1). */
function toReplyButtons({ header, text, footer, buttons }: Posted<'buttons'>): ResponseObject {
  return {
    type: 'WHATSAPP_REPLY_BUTTONS',
    ...(header ? { header: { type: 'text', text: header } } : {}),
    body: { text },
    ...(footer ? { footer: { text: footer } } : {}),
    action: {
      buttons: buttons.map((button) => ({
        type: 'reply',
        reply: { payload: payloadOf(button), title: button.title },
      })),
    },
  }
}

/** Messenger and Instagram: answers, links, and on Messenger calls (Facts §4.2, §4.3). */
function toButtons({ text, buttons }: Posted<'buttons'>): ResponseObject {
  return { type: 'BUTTON', text, buttons: buttons.map(toButton) }
}

function toButton(button: Posted<'buttons'>['buttons'][number]) {
  const { title } = button
  if (button.type === 'link') return { type: 'web_url', url: button.url, title }
  if (button.type === 'call') return { type: 'phone_number', payload: button.phone, title }
  return { type: 'postback', title, payload: payloadOf(button) }
}

function toList({ text, button, sections }: Posted<'list'>): ResponseObject {
  return {
    type: 'WHATSAPP_LIST',
    body: { text },
    action: {
      button,
      sections: sections.map(({ title, rows }) => ({
        ...(title ? { title } : {}),
        rows: rows.map((row) => ({
          payload: payloadOf(row),
          title: row.title,
          ...(row.text ? { description: row.text } : {}),
        })),
      })),
    },
  }
}

function toCarousel({ cards }: Posted<'carousel'>): ResponseObject {
  const carousel = cards.map(({ title, text, imageUrl, url, links }) => ({
    title,
    subtitle: text,
    image_url: imageUrl,
    ...(url ? { default_action: { type: 'web_url', url } } : {}),
    ...(links.length > 0
      ? { buttons: links.map((link) => ({ type: 'web_url', url: link.url, title: link.title })) }
      : {}),
  }))
  return { type: 'CAROUSEL', carousel }
}

/** WeChat: one article (Facts §4.4). */
function toNews({ cards }: Posted<'carousel'>): ResponseObject {
  const articles = cards.map(({ title, text, imageUrl, url }) => ({
    title,
    description: text,
    url,
    picurl: imageUrl,
  }))
  return { type: 'NEWS', articles }
}

/** Facts §4.1 shows the body; header and buttons follow WhatsApp's own form of the same `components`. */
function toTemplate({ name, language, header, body, buttons }: FilledTemplate): ResponseObject {
  const head = header && { type: 'header', parameters: [toHeaderParameter(header)] }
  const words = body.length > 0 && { type: 'body', parameters: body.map(toTextParameter) }
  const taps = buttons.map(({ index, value }) => ({
    type: 'button',
    sub_type: 'url',
    index: String(index),
    parameters: [toTextParameter(value)],
  }))
  return {
    type: 'TEMPLATE',
    elementName: name,
    languageCode: language,
    components: [...(head ? [head] : []), ...(words ? [words] : []), ...taps],
  }
}

function toHeaderParameter(header: NonNullable<FilledTemplate['header']>) {
  if (header.format === 'text') return toTextParameter(header.value)
  return { type: header.format, [header.format]: { link: header.url } }
}

function toTextParameter(text: string) {
  return { type: 'text', text }
}

/** What comes back when the member taps. */
function payloadOf({ title, payload }: { title: string; payload?: string }): string {
  return payload ?? title
}
