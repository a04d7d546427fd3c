import { type Reason, reason, type Said } from '@/lib/i18n/reason'
import { AUDIT_WORDS, type AuditSubject } from './audit-words'

/** Kinds of acts, for the filter. The prefix of an event's kind decides. */
export const AUDIT_GROUPS = [
  'acts',
  'replies',
  'ownership',
  'conversations',
  'people',
  'channels',
  'settings',
  'log',
  'reading',
] as const
export type AuditGroup = (typeof AUDIT_GROUPS)[number]

/** Prefixes of kinds in each group. `acts` is everything but reading, which would drown the rest. */
export const GROUP_PREFIXES: Record<Exclude<AuditGroup, 'acts'>, string[]> = {
  replies: ['reply'],
  ownership: ['live-chat'],
  conversations: ['conversation', 'member', 'media'],
  people: ['agent'],
  channels: ['connection', 'channel', 'integration', 'template'],
  settings: ['canned-reply', 'tags'],
  log: ['event', 'log', 'audit'],
  reading: ['conversation.read'],
}

/** Acts on the workspace that count although no person may be named with them: the command line did them. */
export const WORKSPACE_PREFIXES = [
  ...GROUP_PREFIXES.people,
  ...GROUP_PREFIXES.channels,
  ...GROUP_PREFIXES.settings,
  ...GROUP_PREFIXES.log,
]

/** One act, as the audit shows it. */
export interface AuditEntry {
  /** Number of the event in the log. */
  id: number
  /** Epoch ms. */
  at: number
  /** Absent: the command line, or the inbox itself. No name: nobody knows any more who it was. */
  who?: { id: string; name: string | null; email: string }
  kind: string
  /** What was done, without who did it. */
  words: Said
  conversation?: { id: string; member: string }
  channel?: { id: string; name: string }
}

/** What was done, in a sentence without its subject. A kind of an older version is named as it stands. */
export function toAuditWords({ kind, body, target }: AuditSubject): Said {
  if (!isKnown(kind)) return kind.replaceAll(/[.-]/g, ' ')
  const words = AUDIT_WORDS[kind]
  return typeof words === 'function' ? words(body, target ?? reason('audit.somebody')) : words
}

function isKnown(kind: string): kind is keyof typeof AUDIT_WORDS {
  return Object.hasOwn(AUDIT_WORDS, kind)
}

/** Who stands behind an act that no person is named with: the inbox itself, or somebody at the command line. */
export function actorlessName(kind: string): Reason {
  return reason(BY_ITSELF.has(kind) ? 'audit.byInbox' : 'audit.byCommandLine')
}

const BY_ITSELF = new Set(['connection.paused', 'connection.resumed', 'agent.sign-in-blocked'])
