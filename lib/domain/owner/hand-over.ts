import type { Said } from '@/lib/i18n/reason'
import { toExcerpt } from '../conversation/excerpt'
import { textOf, toPreview } from '../message/content'
import type { FullMessage } from '../message/full-message'
import type { AgentRef } from '../people/agent-ref'
import type { Owner, OwnerReason } from './owner'

/** One exchange with the bot: what it said in a row, and what the member answered. */
export interface BotStep {
  bot: Said[]
  answers: Said[]
}

/** A stretch in which a person was asked for or answered, as it is over. */
export interface EarlierConversation {
  startedAt: number
  endedAt: number
  agents: AgentRef[]
}

/** What somebody who takes over has to know, at the top of the person's stretch. Built from rows, by rules. Times in epoch ms. */
export interface HandOver {
  conversationId: string
  /** When the stretch began, and its place in the thread. */
  startedAt: number
  order: string
  why: OwnerReason
  /** The member's word for a person. */
  detail?: string
  /** Who holds the conversation since, and who made it so. */
  agent?: AgentRef
  by?: AgentRef
  /** The last exchanges with the bot, oldest first. */
  steps: BotStep[]
  /** How many exchanges there were before those. */
  olderSteps: number
  /** The language of the member's words where their script tells; Stella's own answer wins. */
  script?: string
  /** Newest first. */
  earlier: EarlierConversation[]
}

/** A stretch with names, times in epoch ms: what the card is built from. */
export interface OwnerStretch {
  owner: Owner
  startedAt: number
  endedAt: number | null
  why: OwnerReason
  detail?: string
  agent?: AgentRef
  by?: AgentRef
}

/** Stretches in a row in which a person should answer: somebody waits, answers, gives the talk to another. */
export interface PersonStretch {
  stretches: [OwnerStretch, ...OwnerStretch[]]
  startedAt: number
  endedAt: number | null
}

/** What the card takes from a message. */
type Line = Pick<FullMessage, 'author' | 'content' | 'sentAt' | 'deletedAt'>

/** Owners under which a person answers or should. */
const PERSONS: Owner[] = ['agent', 'waiting', 'elsewhere']

const STEPS_MAX = 5
const EARLIER_MAX = 5
/** Of each line of the bot and the member the card has at most so many characters. */
const LINE_LENGTH_MAX = 200

/**
 * The person's stretches of a conversation, oldest first. Takes its owner stretches in order. A member who comes back
 * after a resolve begins a new one, although no bot was between.
 */
export function toPersonStretches(stretches: OwnerStretch[]): PersonStretch[] {
  const found: PersonStretch[] = []
  let current: PersonStretch | undefined
  for (const stretch of stretches) {
    if (!PERSONS.includes(stretch.owner)) current = undefined
    else if (current && stretch.why !== 'member-returned') {
      current.stretches.push(stretch)
      current.endedAt = stretch.endedAt
    } else {
      const { startedAt, endedAt } = stretch
      current = { stretches: [stretch], startedAt, endedAt }
      found.push(current)
    }
  }
  return found
}

/**
 * The card of the newest of these stretches; undefined where no person was ever asked for. `lines` are those up to
 * its beginning, oldest first; what was said before the person's stretch before it is left out.
 */
export function toHandOver(
  conversationId: string,
  persons: PersonStretch[],
  messages: Line[],
  order: string,
): HandOver | undefined {
  const latest = persons.at(-1)
  if (!latest) return undefined
  const since = persons.at(-2)?.endedAt ?? 0
  const conversation = messages.filter(
    (message) => message.sentAt >= since && message.deletedAt === null,
  )
  const steps = toSteps(conversation)
  const [first] = latest.stretches
  return {
    conversationId,
    startedAt: latest.startedAt,
    order,
    why: first.why,
    detail: first.detail,
    agent: first.agent,
    by: first.by,
    steps: steps.slice(-STEPS_MAX),
    olderSteps: Math.max(0, steps.length - STEPS_MAX),
    script: scriptOf(conversation),
    earlier: persons.slice(0, -1).reverse().slice(0, EARLIER_MAX).map(toEarlier),
  }
}

/** What the bot said in a row and the member's answers to it. The member's first words answer nobody. */
function toSteps(messages: Line[]): BotStep[] {
  const steps: BotStep[] = []
  for (const message of messages) {
    const last = steps.at(-1)
    const text = toWords(message)
    if (message.author === 'member') {
      if (last) last.answers.push(text)
      else steps.push({ bot: [], answers: [text] })
    } else if (message.author === 'bot') {
      if (last && last.answers.length === 0) last.bot.push(text)
      else steps.push({ bot: [text], answers: [] })
    }
  }
  return steps
}

/** What was written; of a message without text what it is, in the words of whoever reads the card. */
function toWords({ content }: Line): Said {
  const words: Said = textOf(content) || toPreview(content)
  return typeof words === 'string' ? toExcerpt(words, LINE_LENGTH_MAX) : words
}

const SCRIPTS: [RegExp, string][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Greek}/u, 'el'],
]

/** Scripts that one language of the world writes above all others; Latin and Cyrillic tell nothing. */
function scriptOf(messages: Line[]): string | undefined {
  const words = messages
    .filter((message) => message.author === 'member')
    .map((message) => textOf(message.content) ?? '')
    .join(' ')
  return SCRIPTS.find(([script]) => script.test(words))?.[1]
}

function toEarlier({ stretches, startedAt, endedAt }: PersonStretch): EarlierConversation {
  const agents = new Map<string, AgentRef>()
  for (const { agent } of stretches) if (agent) agents.set(agent.id, agent)
  return {
    startedAt,
    endedAt: endedAt ?? startedAt,
    agents: [...agents.values()],
  }
}
