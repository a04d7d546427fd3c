import { z } from 'zod'
import { schemaMessage } from '@/lib/i18n/reason'
import { mediaReplySchema } from './media-reply-schema'
import { replyContentSchema, textReply } from './reply-content-schema'

const scheduleFields = {
  /** To be sent then instead of now: ISO 8601. */
  sendAt: z.iso
    .datetime({ offset: true, error: schemaMessage('reply.schedule.notIso') })
    .optional(),
  /** With `sendAt`: given up when the member writes first. */
  unlessMemberWrites: z.boolean().optional(),
}

/** Everything that can be posted: what is written here, and files that were uploaded before. */
const postedSchema = z.discriminatedUnion('type', [replyContentSchema, mediaReplySchema])

/** What the composer posts. `id` is made by the browser and is the message's id for ever. */
export const replySchema = z.object({
  id: z.uuid(schemaMessage('reply.messageIdNotUuid')).toLowerCase(),
  content: postedSchema,
  /** The feed number of the newest line the agent had on screen; a newer line is a conflict. */
  seenFeed: z.number().int().nonnegative().optional(),
  /** The message of this conversation that it answers. */
  replyTo: z.uuid(schemaMessage('reply.quote.notUuid')).toLowerCase().optional(),
  ...scheduleFields,
})

/** A scheduled text as its writer changed it. */
export const rescheduleSchema = z.object({
  content: textReply,
  sendAt: scheduleFields.sendAt.unwrap(),
  unlessMemberWrites: scheduleFields.unlessMemberWrites,
})

export type RescheduleInput = z.infer<typeof rescheduleSchema>

export type ReplyInput = z.infer<typeof replySchema>
