import type { Said } from '@/lib/i18n/reason'

/**
 * Who should answer now. `unknown` until Stella has told us the member's liveChat once; `elsewhere`: nobody, because a
 * person of ours answered past this inbox and the member has not written since.
 */
const OWNERS = ['bot', 'agent', 'waiting', 'elsewhere', 'unknown'] as const
export type Owner = (typeof OWNERS)[number]

/** Everything that decides who should answer. Times in epoch ms; null for what is not known or not so. */
export interface OwnerState {
  /** Our belief about Stella's flag, and the moment it is true of. */
  liveChat: boolean | null
  liveChatAsOf: number | null
  /** Who took the conversation; only while liveChat is on. */
  assigneeId: string | null
  /** When the member asked for a person in words; from then on the conversation waits, whatever the flag says. */
  askedAt: number | null
  /** Why the bot could not be stopped after the member had asked for a person. */
  botProblem: Said | null
  /** The first line of the bot while an agent held the conversation: at most one in a stretch. */
  driftAt: number | null
  /** When a person of ours last answered past this inbox, until the member writes again: nobody waits meanwhile. */
  elsewhereAt: number | null
}

/** What can change who answers. */
export type OwnerEvent =
  /** Stella did what we asked for: an agent took over, somebody handed back, or the bot was stopped for nobody yet. */
  | {
      type: 'switched'
      liveChat: boolean
      asOf: number
      agentId?: string
      idle?: boolean
      resolved?: boolean
    }
  /** Given to an agent, or back to the queue. `asOf` where Stella was asked to turn liveChat on for it. */
  | { type: 'assigned'; agentId: string | null; asOf?: number }
  /** Who held it can't any more: nobody chose to give it away. */
  | { type: 'agent-left' }
  | { type: 'member-read'; liveChat: boolean; asOf: number }
  | { type: 'bot-spoke'; at: number }
  | { type: 'relayed'; at: number }
  /** The member said one of the channel's words for a person, or wrote while a resolved conversation went back to the bot. */
  | { type: 'asked'; at: number; returned?: true }
  /** The member wrote after the conversation had been resolved: whoever held it then has left it. */
  | { type: 'returned' }
  /** A person of ours answered in the platform's own app or inbox. */
  | { type: 'answered-elsewhere'; at: number }
  | { type: 'member-wrote'; at: number }
  /** Two threads of one member became one: this is how things stood in the other. */
  | { type: 'joined'; other: OwnerState }
  | { type: 'not-stopped'; reason: Said }

/** Why the owner is who it is. `learned`: nothing happened, we were told how things stand. */
const OWNER_REASONS = [
  'began',
  'learned',
  'took-over',
  'assigned',
  'unassigned',
  'handed-back',
  'agent-idle',
  'resolved',
  'bot-asked',
  'member-asked',
  'member-returned',
  'bot-took-back',
  'agent-left',
  'answered-elsewhere',
] as const
export type OwnerReason = (typeof OWNER_REASONS)[number]

/** A conversation before anybody told us who answers. */
export const NO_OWNER: OwnerState = {
  liveChat: null,
  liveChatAsOf: null,
  assigneeId: null,
  askedAt: null,
  botProblem: null,
  driftAt: null,
  elsewhereAt: null,
}

/**
 * Who should answer, from the facts that decide it (architecture.md "Owner"): Stella's liveChat, who took the conversation,
 * whether the member asked for a person, and whether one has answered elsewhere since. One state in, one owner out: two
 * owners are impossible by construction.
 */
export function ownerOf(
  state: Pick<OwnerState, 'liveChat' | 'assigneeId' | 'askedAt' | 'elsewhereAt'>,
): Owner {
  if (state.liveChat && state.assigneeId) return 'agent'
  if (state.liveChat || state.askedAt !== null)
    return state.elsewhereAt === null ? 'waiting' : 'elsewhere'
  return state.liveChat === null ? 'unknown' : 'bot'
}

/** The state after something happened. Total: what comes too late or changes nothing gives an equal state. */
export function nextOwner(state: OwnerState, event: OwnerEvent): OwnerState {
  switch (event.type) {
    case 'switched':
      return afterSwitch(state, event)
    case 'assigned':
      return afterAssignment(state, event)
    case 'member-read':
      return afterRead(state, event)
    case 'bot-spoke':
      return afterBotSpoke(state, event.at)
    case 'relayed':
      return state.liveChat === null ? { ...state, liveChat: true, liveChatAsOf: event.at } : state
    case 'asked':
      return ownerOf(state) === 'bot' || ownerOf(state) === 'unknown'
        ? { ...state, askedAt: event.at, botProblem: null }
        : state
    case 'agent-left':
      return { ...state, assigneeId: null, driftAt: null }
    case 'returned':
      return ownerOf(state) === 'agent'
        ? { ...state, assigneeId: null, driftAt: null, elsewhereAt: null }
        : state
    case 'answered-elsewhere':
      return { ...state, elsewhereAt: Math.max(event.at, state.elsewhereAt ?? 0) }
    case 'member-wrote':
      return event.at >= (state.elsewhereAt ?? Infinity) ? { ...state, elsewhereAt: null } : state
    case 'joined':
      return strongerOf(state, event.other)
    case 'not-stopped':
      return state.askedAt !== null && !state.liveChat
        ? { ...state, botProblem: event.reason }
        : state
  }
}

/** Why the owner changed, when this event changed it. */
export function reasonOf(before: OwnerState, event: OwnerEvent): OwnerReason {
  switch (event.type) {
    case 'switched':
      if (event.liveChat) return event.agentId ? 'took-over' : 'bot-asked'
      if (event.resolved) return 'resolved'
      return event.idle ? 'agent-idle' : 'handed-back'
    case 'assigned':
      return event.agentId ? 'assigned' : 'unassigned'
    case 'member-read':
      if (event.liveChat) return 'bot-asked'
      return before.liveChat === null ? 'learned' : 'bot-took-back'
    case 'asked':
      return event.returned ? 'member-returned' : 'member-asked'
    case 'returned':
    case 'member-wrote':
      return 'member-returned'
    case 'answered-elsewhere':
      return 'answered-elsewhere'
    case 'agent-left':
      return 'agent-left'
    default:
      return 'learned'
  }
}

/** Who asks most of people comes first: whoever holds a conversation keeps it, and nobody who waits is forgotten. */
const STRENGTH: Owner[] = ['unknown', 'bot', 'elsewhere', 'waiting', 'agent']

/** Of two states of one member the one that asks more of people; of equal ones what was learned later. */
function strongerOf(state: OwnerState, other: OwnerState): OwnerState {
  const [ours, theirs] = [state, other].map((each) => STRENGTH.indexOf(ownerOf(each)))
  const isTheirs =
    ours === theirs
      ? (other.liveChatAsOf ?? 0) > (state.liveChatAsOf ?? 0)
      : (theirs ?? 0) > (ours ?? 0)
  const { liveChat, liveChatAsOf, assigneeId, askedAt, botProblem, driftAt, elsewhereAt } = isTheirs
    ? other
    : state
  return { ...state, liveChat, liveChatAsOf, assigneeId, askedAt, botProblem, driftAt, elsewhereAt }
}

/** The bot spoke against an agent's ownership, and Stella has not been asked since. */
export function isDrifting(state: { driftAt: number | null; liveChatAsOf: number | null }) {
  return state.driftAt !== null && state.driftAt > (state.liveChatAsOf ?? 0)
}

/** Stella's answer counts unless we know of a later, different one. */
function isStale(state: OwnerState, liveChat: boolean, asOf: number): boolean {
  return asOf < (state.liveChatAsOf ?? 0) && state.liveChat !== liveChat
}

function afterSwitch(
  state: OwnerState,
  { liveChat, asOf, agentId }: Extract<OwnerEvent, { type: 'switched' }>,
): OwnerState {
  if (isStale(state, liveChat, asOf)) return state
  const liveChatAsOf = Math.max(asOf, state.liveChatAsOf ?? 0)
  if (!liveChat) return { ...NO_OWNER, liveChat, liveChatAsOf }
  if (agentId) return { ...NO_OWNER, liveChat, liveChatAsOf, assigneeId: agentId }
  // Stopped for nobody yet: whoever took it meanwhile keeps it.
  return { ...state, liveChat, liveChatAsOf, botProblem: null }
}

function afterAssignment(
  state: OwnerState,
  { agentId, asOf }: Extract<OwnerEvent, { type: 'assigned' }>,
): OwnerState {
  const isOn = asOf === undefined ? state.liveChat : !isStale(state, true, asOf)
  if (!isOn) return state
  const liveChatAsOf = Math.max(asOf ?? 0, state.liveChatAsOf ?? 0)
  return { ...NO_OWNER, liveChat: true, liveChatAsOf, assigneeId: agentId }
}

function afterRead(
  state: OwnerState,
  { liveChat, asOf }: Extract<OwnerEvent, { type: 'member-read' }>,
): OwnerState {
  if (asOf < (state.liveChatAsOf ?? 0)) return state
  // The bot has not been stopped yet: that Stella still says "off" doesn't take back what the member asked for.
  if (!liveChat && !state.liveChat) return { ...state, liveChat, liveChatAsOf: asOf }
  if (!liveChat) return { ...NO_OWNER, liveChat, liveChatAsOf: asOf }
  return { ...state, liveChat, liveChatAsOf: asOf, botProblem: null }
}

/** BOT events say that liveChat was off. That fills a belief we don't have; against an agent it raises one alarm. */
function afterBotSpoke(state: OwnerState, at: number): OwnerState {
  if (state.liveChat === null) return { ...state, liveChat: false, liveChatAsOf: at }
  const isNews = ownerOf(state) === 'agent' && state.driftAt === null
  return isNews && at > (state.liveChatAsOf ?? 0) ? { ...state, driftAt: at } : state
}
