import type { z } from 'zod'
import type { Content } from '../message/content'
import { type FilledTemplate, filledTemplateContent } from './fill-template'
import type { personSchema, replyContentSchema } from './schema/reply-content-schema'
import { withoutGaps } from './without-gaps'

export type ButtonType = 'answer' | 'link' | 'call'
type Person = z.infer<typeof personSchema>

export type PostedContent = z.infer<typeof replyContentSchema>
export type ReplyKind = PostedContent['type']
export type Posted<Kind extends ReplyKind> = Extract<PostedContent, { type: Kind }>

/** What stands in the log and goes to the platform: a template with its name and wording instead of our id. */
export type ReplyContent = Exclude<PostedContent, { type: 'template' }> | FilledTemplate

/** The bubble of a reply. It equals what a reader makes of its echo, or else the echo would not be known as ours. */
export function toShownContent(reply: ReplyContent): Content {
  switch (reply.type) {
    case 'text':
      return { type: 'text', text: reply.text }
    case 'location':
      return reply
    case 'contacts':
      return { type: 'contacts', contacts: reply.contacts.map(toCard) }
    case 'quick-replies':
      return { type: 'text', text: reply.text, choices: titlesOf(reply.choices) }
    case 'buttons':
      return { type: 'text', text: wordsOf(reply), choices: titlesOf(reply.buttons) }
    case 'list':
      return {
        type: 'list',
        text: reply.text,
        button: reply.button,
        sections: reply.sections.map(({ title, rows }) => ({
          title,
          rows: rows.map((row) => ({ title: row.title, text: row.text })),
        })),
      }
    case 'carousel':
      return {
        type: 'cards',
        cards: reply.cards.map(({ title, text, url, links }) => ({
          title,
          text,
          url,
          choices: titlesOf(links),
        })),
      }
    case 'template':
      return filledTemplateContent(reply)
  }
}

/** The name on a contact card, as the platforms form it. */
export function personName({ firstName, lastName, company }: Person): string {
  return [firstName, lastName].filter(Boolean).join(' ') || company || ''
}

function toCard(given: Person) {
  const { phones, emails } = given
  return { name: personName(given), phones: withoutGaps(phones), emails: withoutGaps(emails) }
}

function titlesOf(given: { title: string }[]): string[] {
  return given.map(({ title }) => title)
}

/** Header and footer are words of the message too: the reader joins them in this way. */
function wordsOf({ header, text, footer }: Posted<'buttons'>): string {
  return [header, text, footer].filter(Boolean).join('\n')
}
