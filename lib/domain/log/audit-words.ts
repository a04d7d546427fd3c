import type { OwnFact } from '../fact'

/** What an act was about, as far as rows tell. */
export interface AuditSubject {
  kind: string
  body: Record<string, unknown>
  /** Name of the agent it is about, where it is about one. */
  target?: string
}

type Kind = OwnFact['type']
type Words = string | ((body: AuditSubject['body'], target: string) => string)
type WordsOf<Prefix extends string> = Record<Extract<Kind, `${Prefix}.${string}`>, Words>

const CONNECTIONS: WordsOf<'connection' | 'integration'> = {
  'connection.added': (body) => `Added the connection ${text(body, 'name')}`,
  'connection.changed': (body) =>
    `Changed the connection ${text(body, 'name')}: ${list(body, 'changed')}`,
  'connection.removed': (body) => `Removed the connection ${text(body, 'name')}`,
  'connection.checked': 'Checked what a connection may do',
  'connection.paused': (body) => `Replies wait: ${text(body, 'reason')}`,
  'connection.resumed': 'Replies go out again',
  'integration.created': (body) =>
    body.replaces
      ? `Changed the integration ${text(body, 'replaces')}, which is ${text(body, 'integrationId')} now: ${list(body, 'fields')}`
      : `Created the integration ${text(body, 'integrationId')}: ${list(body, 'fields')}`,
  'integration.deleted': (body) => `Deleted the integration ${text(body, 'integrationId')}`,
}

const CHANNELS: WordsOf<'channel' | 'template'> = {
  'channel.connected': (body) => `Connected the channel ${text(body, 'name')}`,
  'channel.configured': 'Changed what a channel does',
  'channel.changed': (body) => `Changed the channel ${text(body, 'name')}`,
  'channel.paused': 'Paused a channel: nothing is sent',
  'channel.resumed': 'Resumed a channel: replies are sent again',
  'channel.disconnected': 'Disconnected a channel',
  'channel.secret-added': (body) => `Added secret ${text(body, 'slot')} to a channel`,
  'channel.secret-removed': (body) => `Removed secret ${text(body, 'slot')} from a channel`,
  'template.saved': 'Saved a template',
  'template.removed': 'Removed a template',
}

const REPLIES: WordsOf<'reply'> = {
  'reply.queued': (body) => (body.sendAt === undefined ? 'Wrote a reply' : 'Scheduled a reply'),
  'reply.rescheduled': 'Changed a scheduled reply',
  'reply.due': 'Had a waiting reply sent at once',
  'reply.withdrawn': 'Took back a reply before it was sent',
  'reply.attempted': 'A reply was handed to Stella',
  'reply.sent': 'Stella accepted a reply',
  'reply.refused': (body) => `A reply was not sent: ${text(body, 'reason')}`,
  'reply.delayed': (body) => `A reply waits: ${text(body, 'reason')}`,
  'reply.unconfirmed': (body) => `A reply is unconfirmed: ${text(body, 'reason')}`,
  'reply.requeued': 'Sent a reply again',
  'reply.confirmed': 'Said that a reply arrived',
  'reply.cancelled': 'Cancelled a reply',
}

const TALKS: WordsOf<'live-chat' | 'member' | 'conversation' | 'media'> = {
  'live-chat.set': (body) =>
    body.liveChat
      ? 'Took over'
      : body.node
        ? `Handed back to the bot at ${text(body, 'node')}`
        : 'Handed back to the bot',
  'live-chat.failed': (body) => `The bot could not be stopped: ${text(body, 'reason')}`,
  'member.not-redirected': (body) => `The bot did not go on at ${text(body, 'node')}`,
  'member.read': 'Read a member from Stella',
  'member.portrait': 'Fetched a member’s picture',
  'conversation.assigned': (body) =>
    body.agentId ? 'Gave the conversation to a colleague' : 'Put it back into the queue',
  'conversation.tagged': tagWords,
  'conversation.read': 'Read the conversation',
  'conversation.status-set': (body) => (body.status === 'resolved' ? 'Resolved' : 'Reopened'),
  'media.stored': 'A file was stored',
  'media.delayed': (body) => `A file could not be had yet: ${text(body, 'reason')}`,
  'media.failed': (body) => `A file could not be had: ${text(body, 'reason')}`,
  'media.requested': 'Asked for a file once more',
  'media.expired': (body) => `Files were dropped, being old enough: ${countOf(body.mediaIds)}`,
}

const PEOPLE: WordsOf<'agent'> = {
  'agent.added': (body) => `${text(body, 'email')} joined as ${text(body, 'role')}`,
  'agent.invited': (body) => `Invited ${text(body, 'email')} as ${text(body, 'role')}`,
  'agent.invite-withdrawn': (body) => `Withdrew the invite of ${text(body, 'email')}`,
  'agent.role-set': (body, target) =>
    `Made ${target} ${text(body, 'role')} (was ${text(body, 'before')})`,
  'agent.access-set': (body, target) =>
    `Set which channels ${target} sees: ${countOf(body.channelIds)}`,
  'agent.disabled': (_, target) => `Disabled ${target}`,
  'agent.enabled': (_, target) => `Enabled ${target}`,
  'agent.talks-released': (body, target) =>
    `Put what ${target} was answering back into the queue: ${countOf(body.conversationIds)}`,
  'agent.signed-in': (body) =>
    Number(body.failures) > 0
      ? `Signed in, after ${passwords(Number(body.failures))}`
      : 'Signed in',
  'agent.sign-in-blocked': (_, target) =>
    `Too many wrong passwords for ${target}: more are not looked at for a while`,
  'agent.signed-out': (body, target) =>
    `Signed ${target} out of ${text(body, 'sessions')} browsers`,
  'agent.password-link-made': (_, target) => `Made a link for a new password of ${target}`,
  'agent.password-set': 'Chose a new password',
  'agent.renamed': (body) =>
    `Changed their name from ${text(body, 'before')} to ${text(body, 'name')}`,
  'agent.avatar-set': (body) => (body.avatar ? 'Chose a picture' : 'Removed their picture'),
  'agent.settings-set': 'Changed how they work',
}

const WORKSPACE: WordsOf<'canned-reply' | 'tags' | 'event'> = {
  'canned-reply.saved': (body) => `Saved the canned reply ${titleOf(body)}`,
  'canned-reply.removed': (body) => `Removed the canned reply ${text(body, 'title')}`,
  'tags.set': 'Changed the tags',
  'event.replayed': (body) => `Folded ${text(body, 'events')} events of the log once more`,
}

/** Every kind of own event has its words: one without them doesn't compile. */
export const AUDIT_WORDS: Record<Kind, Words> = {
  ...CONNECTIONS,
  ...CHANNELS,
  ...REPLIES,
  ...TALKS,
  ...PEOPLE,
  ...WORKSPACE,
}

function passwords(count: number): string {
  return count === 1 ? 'a wrong password' : `${count} wrong passwords`
}

function text(body: AuditSubject['body'], name: string): string {
  return String(body[name] ?? '')
}

function list(body: AuditSubject['body'], name: string): string {
  const names = body[name]
  return Array.isArray(names) ? names.join(', ') : ''
}

function tagWords({ added, removed }: AuditSubject['body']): string {
  const on = Array.isArray(added) && added.length > 0 ? [`put on ${namesOf(added)}`] : []
  const off = Array.isArray(removed) && removed.length > 0 ? [`took off ${namesOf(removed)}`] : []
  return `Tags: ${[...on, ...off].join(', ')}`
}

function namesOf(tags: unknown[]): string {
  return tags.map((tag) => `“${tag}”`).join(', ')
}

/** Of channels, null is all of them. */
function countOf(ids: unknown): string {
  return Array.isArray(ids) ? String(ids.length) : 'all'
}

function titleOf({ cannedReply }: AuditSubject['body']): string {
  return typeof cannedReply === 'object' && cannedReply !== null && 'title' in cannedReply
    ? String(cannedReply.title)
    : ''
}
