import type { z } from 'zod'
import type { Key } from '@/lib/i18n/message-catalogue'
import { type Reason, reason } from '@/lib/i18n/reason'
import { normalTag, stem } from './language-tag'
import type { cannedReplyInputSchema } from './schema/canned-reply-schema'

export type CannedReplyInput = z.infer<typeof cannedReplyInputSchema>
export interface CannedReply extends CannedReplyInput {
  id: string
}

/** What a variable stands for. `undefined`: not known of this member. */
export type Variables = Record<VariableName, string | undefined>
/** Every variable, with the message that says what it stands for. */
export const VARIABLES = {
  'member.name': 'reply.canned.memberName',
  'member.firstName': 'reply.canned.memberFirstName',
  'member.id': 'reply.canned.memberId',
  'member.email': 'reply.canned.memberEmail',
  'agent.name': 'reply.canned.agentName',
  'channel.name': 'reply.canned.channelName',
} as const satisfies Record<string, Key>
type VariableName = keyof typeof VARIABLES

const VARIABLE = /\{\{\s*([\w.]+)\s*\}\}/g

/** A text with its variables filled; those without a value stay as they are, for the agent to see. */
export function fillVariables(text: string, variables: Variables): string {
  return text.replaceAll(VARIABLE, (whole, name: string) => valueIn(variables, name) ?? whole)
}

/**
 * Why a text can't be sent: a variable that stands unfilled in it. Undefined when there is none. Variables have two
 * words with a dot between: other words in braces may be just what an agent wants to say.
 */
export function unfilledBecause(text: string): Reason | undefined {
  const first = [...text.matchAll(VARIABLE)].find(([, name]) => name?.includes('.'))
  if (!first) return undefined
  return reason('reply.text.unfilled', { variable: first[0] })
}

/** Names in a text that stand for nothing: typing mistakes, shown where it is written. */
export function unknownVariablesIn(text: string): string[] {
  return [...text.matchAll(VARIABLE)].flatMap(([, name = '']) => (name in VARIABLES ? [] : [name]))
}

/** The text in the member's language: the exact tag, else the same language, else the first. */
export function textFor(reply: Pick<CannedReply, 'texts'>, locale: string | undefined): string {
  const wanted = normalTag(locale ?? '')
  const exact = reply.texts.find(({ language }) => normalTag(language) === wanted)
  const alike = reply.texts.find(({ language }) => stem(language) === stem(wanted))
  return (exact ?? alike ?? reply.texts[0])?.text ?? ''
}

/** Whether a reply is written in the member's language: such replies are offered first. */
export function speaks(reply: Pick<CannedReply, 'texts'>, locale: string | undefined): boolean {
  return locale !== undefined && reply.texts.some(({ language }) => stem(language) === stem(locale))
}

/**
 * The replies that a search means, best first: those whose title begins with it, then those that have its letters in
 * order in title, folder or text; within these, those in the member's language first, by title as the reader's language sorts. An empty search means all.
 */
export function findCanned(
  replies: CannedReply[],
  search: string,
  locale: string | undefined,
  compare: (a: string, b: string) => number,
): CannedReply[] {
  const wanted = search.trim().toLowerCase()
  return replies
    .flatMap((reply) => {
      const score = scoreOf(reply, wanted, locale)
      return score === undefined ? [] : [{ reply, score }]
    })
    .sort((a, b) => a.score - b.score || compare(a.reply.title, b.reply.title))
    .map(({ reply }) => reply)
}

/** Smaller is better; undefined when it doesn't match. The member's language breaks ties within a rank. */
function scoreOf(reply: CannedReply, wanted: string, locale: string | undefined) {
  const rank = rankOf(reply, wanted, locale)
  return rank === undefined ? undefined : rank * 2 + (speaks(reply, locale) ? 0 : 1)
}

function rankOf(reply: CannedReply, wanted: string, locale: string | undefined) {
  const title = reply.title.toLowerCase()
  if (wanted === '' || title.startsWith(wanted)) return 0
  if (title.includes(wanted)) return 1
  if (hasInOrder(`${reply.folder} ${title}`.toLowerCase(), wanted)) return 2
  return textFor(reply, locale).toLowerCase().includes(wanted) ? 3 : undefined
}

function hasInOrder(text: string, letters: string): boolean {
  let from = 0
  for (const letter of letters.replaceAll(/\s/g, '')) {
    const at = text.indexOf(letter, from)
    if (at < 0) return false
    from = at + letter.length
  }
  return true
}

function valueIn(variables: Variables, name: string): string | undefined {
  return Object.entries(variables).find(([known]) => known === name)?.[1]
}
