import type { Content } from '@/lib/domain/message/content'
import { asArray, asId, asObject, asObjects, asText, type Json, type JsonObject } from './json'

/** Rich messages of the bot (Facts §4): cards, lists, templates, and what the member may tap. */

const CARD_KEYS = ['carousel', 'elements', 'articles', 'cards']

/** A carousel, a list of Messenger's, or articles of WeChat; undefined where there are none. */
export function readCards(data: JsonObject, text: string | undefined): Content | undefined {
  const values = CARD_KEYS.flatMap((key) => asObjects(data[key]))
  const cards = values.flatMap((value) => {
    const title = asText(value.title)
    const url = asText(asObject(value.default_action)?.url) ?? asText(value.url)
    const words = asText(value.subtitle) ?? asText(value.description)
    const choices = titlesOf(value.buttons)
    if (!title && !words && !url && choices.length === 0) return []
    return [{ title: title ?? '', text: words, url, choices }]
  })
  return cards.length > 0 ? { type: 'cards', text, cards } : undefined
}

/** WhatsApp's list message: sections of rows behind a button (Facts §4.1). */
export function readList(data: JsonObject, text: string | undefined): Content | undefined {
  const action = asObject(data.action)
  const sections = asObjects(action?.sections).map((section) => ({
    title: asText(section.title),
    rows: asObjects(section.rows).flatMap((row) => {
      const title = asText(row.title)
      return title === undefined ? [] : [{ title, text: asText(row.description) }]
    }),
  }))
  const hasRows = sections.some((section) => section.rows.length > 0)
  return hasRows ? { type: 'list', text, button: asText(action?.button), sections } : undefined
}

/** A template that WhatsApp approved: its name and the values put into it (Facts §4.1). */
export function readTemplate(data: JsonObject): Content | undefined {
  const template = asObject(data.template) ?? data
  const name = asId(template.elementName) ?? asId(template.name)
  if (!name) return undefined
  const language = asId(template.languageCode) ?? asId(asObject(template.language)?.code)
  const parameters = asObjects(template.components).flatMap((each) => asObjects(each.parameters))
  const values = parameters.flatMap((each) => asText(each.text) ?? asText(each.payload) ?? [])
  return { type: 'template', name, language, values }
}

/** Titles of what the member may tap: quick replies and buttons (Facts §4.2, §4.3, WhatsApp `action`). */
export function choicesOf(data: JsonObject): string[] | undefined {
  const titles = [data.quickReplies, data.buttons, asObject(data.action)?.buttons].flatMap(titlesOf)
  return titles.length > 0 ? titles : undefined
}

function titlesOf(options: Json): string[] {
  return asArray(options).flatMap((option) => {
    const value = asObject(option)
    return (
      asText(value?.title) ??
      asText(value?.content) ??
      asText(value?.text) ??
      asText(asObject(value?.reply)?.title) ??
      []
    )
  })
}
