import { z } from 'zod'
import { TEXT_LENGTH_MAX } from './channel'
import type { Owner } from './conversation'

/** Lengths are counted in UTF-16 units, the stricter reading of the platform's "characters". */
export const replyContentSchema = z.object({
  type: z.literal('text'),
  text: z
    .string()
    .max(
      TEXT_LENGTH_MAX,
      `A message can have at most ${TEXT_LENGTH_MAX.toLocaleString('en')} characters.`,
    )
    .refine((text) => text.trim().length > 0, 'Write something first.')
    .refine((text) => text.isWellFormed(), 'The text has a broken character. Type it again.')
    .refine(
      (text) => !text.includes('\u0000'),
      'The text has a character that no platform accepts.',
    ),
})

const scheduleFields = {
  /** To be sent then instead of now: ISO 8601. */
  sendAt: z.iso.datetime({ offset: true, error: 'Give the time as ISO 8601.' }).optional(),
  /** With `sendAt`: given up when the member writes first. */
  unlessMemberWrites: z.boolean().default(false),
}

/** What the composer posts. `id` is made by the browser and is the message's id for ever. */
export const replySchema = z.object({
  id: z.uuid('The message id must be a UUID.').toLowerCase(),
  content: replyContentSchema,
  /** The feed number of the newest line the agent had on screen; a newer line is a conflict. */
  seenFeed: z.number().int().nonnegative().optional(),
  /** The message of this conversation that it answers. */
  replyTo: z.uuid('The id of the answered message must be a UUID.').toLowerCase().optional(),
  ...scheduleFields,
})

/** A scheduled reply as its writer changed it. */
export const rescheduleSchema = z.object({
  content: replyContentSchema,
  sendAt: scheduleFields.sendAt.unwrap(),
  unlessMemberWrites: scheduleFields.unlessMemberWrites,
})

export type RescheduleInput = z.infer<typeof rescheduleSchema>

/** How far ahead a reply may be scheduled. */
const SCHEDULE_DAYS_MAX = 366

/** Why a reply can't be scheduled for this moment; undefined when it can. All in epoch ms. */
export function unschedulableBecause(
  sendAt: number,
  { now, windowClosesAt }: { now: number; windowClosesAt?: number },
): string | undefined {
  if (sendAt <= now) return 'Choose a time that is still to come.'
  if (sendAt > now + SCHEDULE_DAYS_MAX * 86_400_000) return 'Choose a time within a year.'
  if (windowClosesAt !== undefined && sendAt >= windowClosesAt)
    return 'The 24-hour reply window closes before then. Choose an earlier time.'
  return undefined
}

export type ReplyInput = z.input<typeof replySchema>

/** What decides whether an agent may send; a subset of a conversation, so that screen and server share the rule. */
export interface ReplyFacts {
  owner: Owner
  liveChat: boolean | null
  channelAuthorized: boolean
  assignee?: { id: string; name: string }
  windowClosesAt?: number
}

/** Why this agent may not reply right now; undefined when they may. Rule: architecture.md "Owner". */
export function replyBlockedBecause(
  facts: ReplyFacts,
  agentId: string,
  now: number,
): string | undefined {
  if (!facts.channelAuthorized) return 'This channel was disconnected from Stella.'
  if (facts.owner === 'unknown') return 'We are still asking Stella who answers here.'
  if (facts.owner === 'bot') return 'The bot is answering. Take over to reply.'
  if (facts.owner === 'waiting')
    return 'Nobody has taken this conversation yet. Take over to reply.'
  if (facts.assignee && facts.assignee.id !== agentId)
    return `${facts.assignee.name} is answering. Take over to reply.`
  if (facts.windowClosesAt !== undefined && now >= facts.windowClosesAt)
    return 'The 24-hour reply window has closed. The member has to write first.'
  return undefined
}

/** What a reply says that somebody cancelled before it was sent, or gave up after it failed. */
export const CANCELLED = 'Cancelled before it was sent.'

/** An echo is waited for this long before a person may send an unconfirmed reply again (architecture.md "Sending"). */
export const ECHO_WAIT_MS = 120_000

/** Until when the platform may still confirm a reply by itself, in epoch ms. */
export function echoAwaitedUntil(reply: { attemptedAt?: string; sentAt: string }): number {
  return Date.parse(reply.attemptedAt ?? reply.sentAt) + ECHO_WAIT_MS
}
