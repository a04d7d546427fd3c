import { z } from 'zod'
import { TEXT_LENGTH_MAX } from './channel'
import type { Owner } from './conversation'
import { mediaReplySchema } from './media-reply'

/** Lengths are counted in UTF-16 units, the stricter reading of the platform's "characters". */
const textReplySchema = z.object({
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

export const replyContentSchema = z.discriminatedUnion('type', [textReplySchema, mediaReplySchema])

/** What the composer posts. `id` is made by the browser and is the message's id for ever. */
export const replySchema = z.object({
  id: z.uuid('The message id must be a UUID.').toLowerCase(),
  content: replyContentSchema,
  /** The feed number of the newest line the agent had on screen; a newer line is a conflict. */
  seenFeed: z.number().int().nonnegative().optional(),
})

export type ReplyInput = z.infer<typeof replySchema>

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

/** An echo is waited for this long before a person may send an unconfirmed reply again (architecture.md "Sending"). */
export const ECHO_WAIT_MS = 120_000

/** Until when the platform may still confirm a reply by itself, in epoch ms. */
export function echoAwaitedUntil(reply: { attemptedAt?: string; sentAt: string }): number {
  return Date.parse(reply.attemptedAt ?? reply.sentAt) + ECHO_WAIT_MS
}
