import { z } from 'zod'
import { TEXT_LENGTH_MAX } from '@/lib/domain/channel/channel'
import { schemaMessage } from '@/lib/i18n/reason'
import { withoutGaps } from '../without-gaps'
import { words } from './words'

/*
 * What a reply can carry (Facts §4). The schemas say what shape it has; what each platform takes of it, and how much,
 * stands in `sendable.ts`, because it differs by platform and the composer has to say it while somebody types.
 */

/** Far beyond every platform's limit: keeps a body from being absurd before the true limits are judged. */
const LINE_LENGTH_MAX = 5_000
const ITEMS_MAX = 30

const line = words(LINE_LENGTH_MAX).transform((text) => text.trim())

const optionalLine = line.optional().transform((text) => text || undefined)

export const textReply = z.object({
  type: z.literal('text'),
  text: words(TEXT_LENGTH_MAX, {
    tooLong: schemaMessage('reply.text.messageTooLong', { max: TEXT_LENGTH_MAX }),
  }).refine((text) => text.trim().length > 0, schemaMessage('reply.text.empty')),
})

const locationReply = z.object({
  type: z.literal('location'),
  latitude: z.number(schemaMessage('reply.location.latitudeNumber')),
  longitude: z.number(schemaMessage('reply.location.longitudeNumber')),
  name: optionalLine,
  address: optionalLine,
})

export const personSchema = z.object({
  firstName: line,
  lastName: optionalLine,
  company: optionalLine,
  phones: z.array(line).max(ITEMS_MAX).transform(withoutGaps),
  emails: z.array(line).max(ITEMS_MAX).transform(withoutGaps),
})

const contactsReply = z.object({
  type: z.literal('contacts'),
  contacts: z.array(personSchema).max(ITEMS_MAX),
})

/** `payload` is what the bot and we get back when the member taps; the title where it is left out. */
const choice = z.object({ title: line, payload: optionalLine })

const quickReplies = z.object({
  type: z.literal('quick-replies'),
  text: line,
  choices: z.array(choice).max(ITEMS_MAX),
})

const button = z.discriminatedUnion('type', [
  choice.extend({ type: z.literal('answer') }),
  z.object({ type: z.literal('link'), title: line, url: line }),
  z.object({ type: z.literal('call'), title: line, phone: line }),
])

const buttonsReply = z.object({
  type: z.literal('buttons'),
  header: optionalLine,
  text: line,
  footer: optionalLine,
  buttons: z.array(button).max(ITEMS_MAX),
})

const listReply = z.object({
  type: z.literal('list'),
  text: line,
  /** The title of the button that opens the list. */
  button: line,
  sections: z
    .array(
      z.object({
        title: optionalLine,
        rows: z.array(choice.extend({ text: optionalLine })).max(ITEMS_MAX),
      }),
    )
    .max(ITEMS_MAX),
})

const card = z.object({
  title: line,
  text: optionalLine,
  imageUrl: optionalLine,
  url: optionalLine,
  links: z.array(z.object({ title: line, url: line })).max(ITEMS_MAX),
})

const carouselReply = z.object({
  type: z.literal('carousel'),
  cards: z.array(card).max(ITEMS_MAX),
})

/** `values` in the order of `variablesOf` in `template.ts`. */
const templateReply = z.object({
  type: z.literal('template'),
  templateId: z.uuid(schemaMessage('reply.template.idNotUuid')).toLowerCase(),
  values: z.array(line).max(ITEMS_MAX * 2),
})

/** What the composer posts. */
export const replyContentSchema = z.discriminatedUnion('type', [
  textReply,
  locationReply,
  contactsReply,
  quickReplies,
  buttonsReply,
  listReply,
  carouselReply,
  templateReply,
])
