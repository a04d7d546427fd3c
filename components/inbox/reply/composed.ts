import { replyFactsOf } from '@/lib/client/reply/reply-facts-of'
import { unfilledBecause } from '@/lib/domain/reply/canned-reply'
import { refusedBecause } from '@/lib/domain/reply/refusal'
import { replyBlockedBecause } from '@/lib/domain/reply/reply'
import { kindRefusedBecause, SENDABLE } from '@/lib/domain/reply/sendable'
import { splitText } from '@/lib/domain/reply/split-text'
import type { Reason, Said } from '@/lib/i18n/reason'
import type { ConversationView } from '@/lib/view/conversation-view'
import type { ExtraKind } from './extras/kinds'

interface Standing {
  conversation: ConversationView
  viewerId: string
  /** Epoch ms. */
  now: number
  text: string
  files: number
  /** Why the files can't go yet. */
  filesProblem?: Said
}

/** What stands in the composer, as the messages it would become, and why it can't go as it is. */
export interface Composed {
  /** The words as messages: one, several where they are too long for one, none where only files go. */
  texts: string[]
  /** Why this agent may not reply at all. */
  blocked?: Reason
  /** What is wrong with the words. */
  textProblem?: Reason
  /** The first of all that keeps it from being sent. */
  reason?: Said
}

/** Judges by the rules of the server, so that what it would refuse is not offered. */
export function toComposed(standing: Standing): Composed {
  const { conversation, viewerId, now, text, filesProblem } = standing
  const texts = toTexts(standing)
  const blocked = replyBlockedBecause(replyFactsOf(conversation), viewerId, now)
  const textProblem = problemOf(text, texts, standing)
  return { texts, blocked, textProblem, reason: blocked ?? filesProblem ?? textProblem }
}

/** Why this agent can't send a location, a list or another such thing now; undefined when they can. */
export function extraBlockedBecause(
  conversation: ConversationView,
  viewerId: string,
  now: number,
  kind: ExtraKind,
): Reason | undefined {
  return (
    kindRefusedBecause(conversation.channel.platform, kind) ??
    replyBlockedBecause(replyFactsOf(conversation), viewerId, now, kind)
  )
}

/** Files may go without words. A text that fits goes just as it was written, with its outer space. */
function toTexts({ conversation, text, files }: Standing): string[] {
  if (files > 0 && text.trim() === '') return []
  const pieces = splitText(text, SENDABLE[conversation.channel.platform].text)
  return pieces.length > 1 ? pieces : [text]
}

/** Pieces are cut to the limit, so that only a variable left in them can be wrong. */
function problemOf(text: string, texts: string[], { conversation }: Standing): Reason | undefined {
  if (texts.length === 0) return undefined
  if (texts.length > 1) return unfilledBecause(text)
  return refusedBecause(conversation.channel.platform, { type: 'text', text })
}
