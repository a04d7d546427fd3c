import type { OwnFact } from './domain/fact'
import { logger } from './logger'

/** What the security log tells (docs/operations.md "The security log"), next to the kinds of our own events. */
export type SecurityEvent =
  | 'sign-in.accepted'
  | 'sign-in.refused'
  | 'sign-out'
  | 'password.refused'
  | 'session.refused'
  | 'access.refused'
  | 'origin.refused'
  | 'link.refused'
  | 'signature.refused'
  | 'address.unknown'
  | 'secret.compared'
  | 'secret.rotated'
  | 'audit.exported'

/** Ids and names of ours, never what somebody typed: an e-mail that nobody has may be a password in the wrong field. */
export interface SecurityLine {
  /** The id of the person, as far as it is known who it is. */
  who?: string
  /** The address of the client. */
  from?: string
  /** On what, such as `PUT /api/admin/agents/{id}`. */
  what?: string
  why?: string
  /** Start of a channel's id (`toShortId`). */
  channel?: string
  /** Wrong passwords shortly before a sign-in. */
  failures?: number
}

/** One line of its own. For what somebody must have rights for: they bound how often it happens. */
export function tellSecurity(event: SecurityEvent | OwnFact['type'], line: SecurityLine): void {
  logger.info({ log: 'security', event, ...line })
}

const MINUTE_MS = 60_000
/** Of one kind and one subject in a minute: lines of their own, before they are only counted. */
const LINES_MAX = 5
/** Subjects of one kind in a minute; the others share one line. */
const SUBJECTS_MAX = 200

interface Count {
  line: SecurityLine
  logged: number
  more: number
}

/**
 * Tells refusals, which anybody can cause without end: the first few of a minute by themselves, the others as one line
 * with their number when the minute is over. So a flood neither fills the disk nor slows down what is refused.
 */
export class Refusals {
  private readonly counts = new Map<SecurityEvent, Map<string, Count>>()
  private timer: NodeJS.Timeout | undefined

  constructor(private readonly write = writeRefusal) {}

  /** `subject` is who or what is behind it: an address, a channel. */
  tell(event: SecurityEvent, subject: string, line: SecurityLine): void {
    const count = this.countOf(event, subject, line)
    if (count.logged < LINES_MAX) {
      count.logged += 1
      this.write(event, line)
      return
    }
    count.more += 1
    this.timer ??= setTimeout(() => this.flush(), MINUTE_MS).unref()
  }

  /** Ends the minute: what was only counted is told. */
  flush(): void {
    clearTimeout(this.timer)
    this.timer = undefined
    for (const [event, subjects] of this.counts)
      for (const { line, more } of subjects.values())
        if (more > 0) this.write(event, { ...line, times: more })
    this.counts.clear()
  }

  private countOf(event: SecurityEvent, subject: string, line: SecurityLine): Count {
    this.timer ??= setTimeout(() => this.flush(), MINUTE_MS).unref()
    const subjects = this.counts.get(event) ?? new Map<string, Count>()
    this.counts.set(event, subjects)
    const isFull = subjects.size >= SUBJECTS_MAX && !subjects.has(subject)
    const key = isFull ? '' : subject
    const count = subjects.get(key) ?? { line: isFull ? {} : line, logged: 0, more: 0 }
    subjects.set(key, count)
    return count
  }
}

function writeRefusal(event: SecurityEvent, line: SecurityLine & { times?: number }): void {
  logger.warn({ log: 'security', event, ...line })
}

/** The refusals of this process (Next's module graphs each have their own: still a bound). */
export const refusals = new Refusals()

/** Acts of our own events that are about who may do what, and about secrets. */
const PREFIXES = ['agent', 'connection', 'channel', 'integration']
const OTHER = new Set([
  'agent.renamed',
  'agent.avatar-set',
  'agent.settings-set',
  'agent.talks-released',
  'agent.sign-in-blocked',
  'channel.configured',
  'channel.changed',
  'channel.paused',
  'channel.resumed',
  'connection.checked',
  'connection.paused',
  'connection.resumed',
])
/** Ids and names of fields: nothing of this can be a secret, an e-mail or a text. */
const FIELDS = [
  'agentId',
  'linkId',
  'role',
  'before',
  'connectionId',
  'integrationId',
  'slot',
  'sessions',
  'changed',
  'fields',
]

/** Tells an act that was committed, if it is of that kind. */
export function tellAct(fact: OwnFact, by: string | undefined): void {
  const [prefix = ''] = fact.type.split('.')
  if (!PREFIXES.includes(prefix) || OTHER.has(fact.type)) return
  const about = Object.entries(fact).filter(([name]) => FIELDS.includes(name))
  const channel = 'channelId' in fact ? { channel: toShortId(fact.channelId) } : {}
  tellSecurity(fact.type, { who: by, ...Object.fromEntries(about), ...channel })
}

/** Enough to find a channel by, too little to post to it: its id is its webhook address. */
export function toShortId(id: string): string {
  return `${id.slice(0, 8)}…`
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi
const LENGTH_MAX = 120

/** A request without the ids and tokens in its address. */
export function toRequestPattern({ method, url }: { method: string; url: string }): string {
  const { pathname } = new URL(url, 'http://inbox')
  const place = pathname.replaceAll(UUID, '{id}').replace(/^(\/api\/files\/).+/, '$1{token}')
  return `${method} ${place}`.slice(0, LENGTH_MAX)
}
