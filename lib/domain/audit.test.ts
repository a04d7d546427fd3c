import { expect, test } from 'vitest'
import { toAuditWords, toDoer } from './audit'
import type { OwnFact } from './fact'

/** Who does it: a new kind has to be told apart here, and a person's act needs words in the audit. */
const DOERS: Record<OwnFact['type'], 'person' | 'inbox'> = {
  'agent.access-set': 'person',
  'agent.added': 'person',
  'agent.avatar-set': 'person',
  'agent.disabled': 'person',
  'agent.enabled': 'person',
  'agent.invite-withdrawn': 'person',
  'agent.invited': 'person',
  'agent.password-link-made': 'person',
  'agent.password-set': 'person',
  'agent.renamed': 'person',
  'agent.role-set': 'person',
  'agent.settings-set': 'person',
  'agent.signed-out': 'person',
  'canned-reply.removed': 'person',
  'canned-reply.saved': 'person',
  'channel.changed': 'person',
  'channel.configured': 'person',
  'channel.connected': 'person',
  'channel.disconnected': 'person',
  'channel.paused': 'person',
  'channel.resumed': 'person',
  'channel.secret-added': 'person',
  'channel.secret-removed': 'person',
  'connection.added': 'person',
  'connection.changed': 'person',
  'connection.checked': 'person',
  'connection.paused': 'inbox',
  'connection.resumed': 'inbox',
  'conversation.assigned': 'person',
  'conversation.read': 'person',
  'conversation.status-set': 'person',
  'conversation.tagged': 'person',
  'event.replayed': 'person',
  'integration.created': 'person',
  'integration.deleted': 'person',
  'live-chat.failed': 'inbox',
  'live-chat.set': 'person',
  'media.delayed': 'inbox',
  'media.expired': 'inbox',
  'media.failed': 'inbox',
  'media.requested': 'person',
  'media.stored': 'inbox',
  'member.not-redirected': 'inbox',
  'member.read': 'inbox',
  'reply.attempted': 'inbox',
  'reply.cancelled': 'person',
  'reply.confirmed': 'person',
  'reply.delayed': 'inbox',
  'reply.due': 'person',
  'reply.queued': 'person',
  'reply.refused': 'inbox',
  'reply.requeued': 'person',
  'reply.rescheduled': 'person',
  'reply.sent': 'inbox',
  'reply.unconfirmed': 'inbox',
  'reply.withdrawn': 'person',
  'tags.set': 'person',
  'template.removed': 'person',
  'template.saved': 'person',
}

const acts = Object.entries(DOERS).flatMap(([kind, doer]) => (doer === 'person' ? kind : []))

test.each(acts)('the audit says %s in words of people', (kind) => {
  const words = toAuditWords({ kind, body: { email: 'Ann' } })
  expect(words).toMatch(/^[A-Z]/)
  expect(words.toLowerCase()).not.toBe(kind.replaceAll(/[.-]/g, ' '))
})

test('who is not named did it from a terminal, but for what the inbox does by itself', () => {
  const who = { id: '1', name: 'Ada', email: 'ada@example.com' }
  expect(toDoer({ kind: 'channel.connected', who })).toBe('Ada')
  expect(toDoer({ kind: 'channel.connected' })).toBe('Command line')
  expect(toDoer({ kind: 'connection.paused' })).toBe('The inbox')
})
