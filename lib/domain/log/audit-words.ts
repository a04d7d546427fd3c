import { isReason, type Reason, reason, type Said, type Value } from '@/lib/i18n/reason'
import type { OwnFact } from '../fact'

/** What an act was about, as far as rows tell. */
export interface AuditSubject {
  kind: string
  body: Record<string, unknown>
  /** Name of the agent it is about, where it is about one. */
  target?: string
}

type Kind = OwnFact['type']
type Words = Reason | ((body: AuditSubject['body'], target: Said) => Reason)
type WordsOf<Prefix extends string> = Record<Extract<Kind, `${Prefix}.${string}`>, Words>

const CONNECTIONS: WordsOf<'connection' | 'integration'> = {
  'connection.added': (body) => reason('audit.connection.added', { name: text(body, 'name') }),
  'connection.changed': (body) =>
    reason('audit.connection.changed', { name: text(body, 'name'), fields: list(body, 'changed') }),
  'connection.removed': (body) => reason('audit.connection.removed', { name: text(body, 'name') }),
  'connection.checked': reason('audit.connection.checked'),
  'connection.paused': (body) => reason('audit.connection.paused', { why: why(body) }),
  'connection.resumed': reason('audit.connection.resumed'),
  'integration.created': (body) => {
    const made = { id: text(body, 'integrationId'), fields: list(body, 'fields') }
    return body.replaces
      ? reason('audit.integration.replaced', { before: text(body, 'replaces'), ...made })
      : reason('audit.integration.created', made)
  },
  'integration.deleted': (body) =>
    reason('audit.integration.deleted', { id: text(body, 'integrationId') }),
}

const CHANNELS: WordsOf<'channel' | 'template'> = {
  'channel.connected': (body) => reason('audit.channel.connected', { name: text(body, 'name') }),
  'channel.configured': reason('audit.channel.configured'),
  'channel.changed': (body) => reason('audit.channel.changed', { name: text(body, 'name') }),
  'channel.paused': reason('audit.channel.paused'),
  'channel.resumed': reason('audit.channel.resumed'),
  'channel.disconnected': reason('audit.channel.disconnected'),
  'channel.secret-added': (body) =>
    reason('audit.channel.secretAdded', { slot: text(body, 'slot') }),
  'channel.secret-removed': (body) =>
    reason('audit.channel.secretRemoved', { slot: text(body, 'slot') }),
  'template.saved': reason('audit.channel.templateSaved'),
  'template.removed': reason('audit.channel.templateRemoved'),
}

const REPLIES: WordsOf<'reply'> = {
  'reply.queued': (body) =>
    reason(body.sendAt === undefined ? 'audit.reply.written' : 'audit.reply.scheduled'),
  'reply.rescheduled': reason('audit.reply.rescheduled'),
  'reply.due': reason('audit.reply.due'),
  'reply.withdrawn': reason('audit.reply.withdrawn'),
  'reply.attempted': reason('audit.reply.attempted'),
  'reply.sent': reason('audit.reply.sent'),
  'reply.refused': (body) => reason('audit.reply.refused', { why: why(body) }),
  'reply.delayed': (body) => reason('audit.reply.delayed', { why: why(body) }),
  'reply.unconfirmed': (body) => reason('audit.reply.unconfirmed', { why: why(body) }),
  'reply.requeued': reason('audit.reply.requeued'),
  'reply.confirmed': reason('audit.reply.confirmed'),
  'reply.cancelled': reason('audit.reply.cancelled'),
}

const CONVERSATIONS: WordsOf<'live-chat' | 'member' | 'conversation' | 'media'> = {
  'live-chat.set': (body) => {
    if (body.liveChat) return reason('audit.conversation.tookOver')
    return body.node
      ? reason('audit.conversation.handedBackAt', { node: text(body, 'node') })
      : reason('audit.conversation.handedBack')
  },
  'live-chat.failed': (body) => reason('audit.conversation.botNotStopped', { why: why(body) }),
  'member.not-redirected': (body) =>
    reason('audit.conversation.notRedirected', { node: text(body, 'node') }),
  'member.read': reason('audit.conversation.memberRead'),
  'member.portrait': reason('audit.conversation.portrait'),
  'conversation.assigned': (body) =>
    reason(body.agentId ? 'audit.conversation.assigned' : 'audit.conversation.unassigned'),
  'conversation.tagged': tagWords,
  'conversation.read': reason('audit.conversation.read'),
  'conversation.status-set': ({ status }) =>
    reason(status === 'resolved' ? 'audit.conversation.resolved' : 'audit.conversation.reopened'),
  'media.stored': reason('audit.media.stored'),
  'media.delayed': (body) => reason('audit.media.delayed', { why: why(body) }),
  'media.failed': (body) => reason('audit.media.failed', { why: why(body) }),
  'media.requested': reason('audit.media.requested'),
  'media.expired': (body) => reason('audit.media.expired', { count: countOf(body.mediaIds) }),
}

const PEOPLE: WordsOf<'agent'> = {
  'agent.added': (body) =>
    reason('audit.people.added', { email: text(body, 'email'), role: text(body, 'role') }),
  'agent.invited': (body) =>
    reason('audit.people.invited', { email: text(body, 'email'), role: text(body, 'role') }),
  'agent.invite-withdrawn': (body) =>
    reason('audit.people.inviteWithdrawn', { email: text(body, 'email') }),
  'agent.role-set': (body, name) =>
    reason('audit.people.roleSet', {
      name,
      before: text(body, 'before'),
      role: text(body, 'role'),
    }),
  'agent.access-set': ({ channelIds }, name) =>
    Array.isArray(channelIds)
      ? reason('audit.people.accessSet', { name, count: channelIds.length })
      : reason('audit.people.accessOpened', { name }),
  'agent.disabled': (_, name) => reason('audit.people.disabled', { name }),
  'agent.enabled': (_, name) => reason('audit.people.enabled', { name }),
  'agent.talks-released': (body, name) =>
    reason('audit.people.released', { name, count: countOf(body.conversationIds) }),
  'agent.signed-in': ({ failures }) =>
    Number(failures) > 0
      ? reason('audit.people.signedInAfter', { count: Number(failures) })
      : reason('audit.people.signedIn'),
  'agent.sign-in-blocked': (_, name) => reason('audit.people.blocked', { name }),
  'agent.signed-out': ({ sessions }, name) =>
    reason('audit.people.signedOut', { name, count: Number(sessions) || 0 }),
  'agent.password-link-made': (_, name) => reason('audit.people.linkMade', { name }),
  'agent.password-set': reason('audit.people.passwordSet'),
  'agent.renamed': (body) =>
    reason('audit.people.renamed', { before: text(body, 'before'), name: text(body, 'name') }),
  'agent.avatar-set': ({ avatar }) =>
    reason(avatar ? 'audit.people.avatarSet' : 'audit.people.avatarRemoved'),
  'agent.settings-set': reason('audit.people.settingsSet'),
}

const WORKSPACE: WordsOf<'canned-reply' | 'tags' | 'event'> = {
  'canned-reply.saved': (body) =>
    reason('audit.workspace.cannedReplySaved', { title: titleOf(body) }),
  'canned-reply.removed': (body) =>
    reason('audit.workspace.cannedReplyRemoved', { title: text(body, 'title') }),
  'tags.set': reason('audit.workspace.tagsSet'),
  'event.replayed': ({ events }) =>
    reason('audit.workspace.replayed', { count: Number(events) || 0 }),
}

/** Every kind of own event has its words: one without them doesn't compile. */
export const AUDIT_WORDS: Record<Kind, Words> = {
  ...CONNECTIONS,
  ...CHANNELS,
  ...REPLIES,
  ...CONVERSATIONS,
  ...PEOPLE,
  ...WORKSPACE,
}

function text(body: AuditSubject['body'], name: string): string {
  return String(body[name] ?? '')
}

/** Why it happened: a reason of ours, or the words that stood in the log before there were any. */
function why(body: AuditSubject['body']): Said {
  return isReason(body.reason) ? body.reason : text(body, 'reason')
}

/** Names of fields, as the API says them. */
function list(body: AuditSubject['body'], name: string): Value {
  const names = body[name]
  return { list: Array.isArray(names) ? names.map(String) : [] }
}

function tagWords({ added, removed }: AuditSubject['body']): Reason {
  const [on, off] = [quoted(added), quoted(removed)]
  if (on && off) return reason('audit.conversation.retagged', { added: on, removed: off })
  if (on) return reason('audit.conversation.tagged', { added: on })
  if (off) return reason('audit.conversation.untagged', { removed: off })
  return reason('audit.conversation.tagsKept')
}

function quoted(tags: unknown): Value | undefined {
  if (!Array.isArray(tags) || tags.length === 0) return undefined
  return { list: tags.map((tag) => reason('audit.quoted', { name: String(tag) })) }
}

function countOf(ids: unknown): number {
  return Array.isArray(ids) ? ids.length : 0
}

function titleOf({ cannedReply }: AuditSubject['body']): string {
  return typeof cannedReply === 'object' && cannedReply !== null && 'title' in cannedReply
    ? String(cannedReply.title)
    : ''
}
