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
  conversations: ['conversation'],
  people: ['agent'],
  channels: ['connection', 'channel', 'integration', 'template'],
  settings: ['canned-reply', 'tags', 'house'],
  log: ['event', 'log', 'audit'],
  reading: ['conversation.read'],
}

/** Acts on the house that count although no person may be named with them: the command line did them. */
export const HOUSE_PREFIXES = [
  ...GROUP_PREFIXES.people,
  ...GROUP_PREFIXES.channels,
  ...GROUP_PREFIXES.settings,
]

/** One act, as the audit shows it. */
export interface AuditEntry {
  /** Number of the event in the log. */
  id: number
  at: string
  /** Absent: the command line, or the inbox itself. */
  who?: { id: string; name: string; email: string }
  kind: string
  words: string
  conversation?: { id: string; member: string }
  channel?: { id: string; name: string }
}

/** What an act was about, as far as rows tell. */
export interface AuditSubject {
  kind: string
  body: Record<string, unknown>
  /** Name of the agent it is about, where it is about one. */
  target?: string
}

const PLAIN: Record<string, string> = {
  'reply.queued': 'Wrote a reply',
  'reply.requeued': 'Sent a reply again',
  'reply.confirmed': 'Said that a reply arrived',
  'reply.cancelled': 'Cancelled a reply',
  'conversation.read': 'Read the conversation',
  'agent.settings-set': 'Changed how they work',
  'channel.configured': 'Changed what a channel does',
}

/** What was done, in a sentence without its subject. A kind nobody described is named as it stands. */
export function toAuditWords(subject: AuditSubject): string {
  return PLAIN[subject.kind] ?? wordsOf(subject) ?? subject.kind.replaceAll(/[.-]/g, ' ')
}

function wordsOf({ kind, body, target = 'somebody' }: AuditSubject): string | undefined {
  const text = (name: string) => String(body[name] ?? '')
  switch (kind) {
    case 'live-chat.set':
      return body.liveChat ? 'Took over' : 'Handed back to the bot'
    case 'conversation.status-set':
      return body.status === 'resolved' ? 'Resolved' : 'Reopened'
    case 'conversation.tagged':
      return tagWords(body)
    case 'connection.added':
      return `Added the connection ${text('name')}`
    case 'channel.connected':
      return `Connected the channel ${text('name')}`
    case 'canned-reply.saved':
      return `Saved the canned reply ${titleOf(body)}`
    case 'canned-reply.removed':
      return `Removed the canned reply ${text('title')}`
    case 'template.saved':
      return 'Saved a template'
    case 'template.removed':
      return 'Removed a template'
    case 'connection.paused':
      return `Replies wait: ${text('reason')}`
    case 'connection.resumed':
      return 'Replies go out again'
    case 'conversation.assigned':
      return body.agentId ? 'Gave the conversation to a colleague' : 'Put it back into the queue'
    case 'tags.set':
      return 'Changed the tags'
    default:
      return kind.startsWith('agent.') ? personWords(kind, target, text, body) : undefined
  }
}

function personWords(
  kind: string,
  target: string,
  text: (name: string) => string,
  body: Record<string, unknown>,
): string | undefined {
  switch (kind) {
    case 'agent.added':
      return `${text('email')} joined as ${text('role')}`
    case 'agent.invited':
      return `Invited ${text('email')} as ${text('role')}`
    case 'agent.invite-withdrawn':
      return `Withdrew the invite of ${text('email')}`
    case 'agent.role-set':
      return `Made ${target} ${text('role')} (was ${text('before')})`
    case 'agent.access-set':
      return `Set which channels ${target} sees: ${countOf(body.channelIds)}`
    case 'agent.disabled':
      return `Disabled ${target}`
    case 'agent.enabled':
      return `Enabled ${target}`
    case 'agent.signed-out':
      return `Signed ${target} out of ${text('sessions')} browsers`
    case 'agent.password-link-made':
      return `Made a link for a new password of ${target}`
    case 'agent.password-set':
      return 'Chose a new password'
    case 'agent.renamed':
      return `Changed their name from ${text('before')} to ${text('name')}`
    case 'agent.avatar-set':
      return body.avatar ? 'Chose a picture' : 'Removed their picture'
    default:
      return undefined
  }
}

function tagWords({ added, removed }: Record<string, unknown>): string {
  const on = Array.isArray(added) && added.length > 0 ? [`Put on ${namesOf(added)}`] : []
  const off = Array.isArray(removed) && removed.length > 0 ? [`took off ${namesOf(removed)}`] : []
  const words = [...on, ...off].join(', ')
  return `Tags: ${words.charAt(0).toLowerCase()}${words.slice(1)}`
}

function namesOf(tags: unknown[]): string {
  return tags.map((tag) => `“${tag}”`).join(', ')
}

function countOf(channelIds: unknown): string {
  return Array.isArray(channelIds) ? String(channelIds.length) : 'all'
}

function titleOf({ cannedReply }: Record<string, unknown>): string {
  return typeof cannedReply === 'object' && cannedReply !== null && 'title' in cannedReply
    ? String(cannedReply.title)
    : ''
}
