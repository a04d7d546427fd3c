import { expect, test } from 'vitest'
import { english, translatorFor } from '@/lib/i18n/catalogues'
import { reason } from '@/lib/i18n/reason'
import { actorlessName, GROUP_PREFIXES, toAuditWords } from './audit'
import { AUDIT_WORDS } from './audit-words'

const KINDS = Object.keys(AUDIT_WORDS)

test.each(KINDS)('%s has words for the audit, whatever its body holds', (kind) => {
  const known = { email: 'Zoe@example.com' }
  const more = { reason: 'Why', name: 'N', agentId: 'a', channelIds: null }
  for (const body of [known, { ...known, ...more }]) {
    const words = english.say(toAuditWords({ kind, body }))
    expect(words).toMatch(/^[A-Z]/)
    expect(words).not.toMatch(/undefined|null|\[object/)
    expect(words.toLowerCase()).not.toBe(kind.replaceAll(/[.-]/g, ' '))
  }
})

test('every kind is found under one of the groups of the filter', () => {
  const prefixes = Object.values(GROUP_PREFIXES).flat()
  for (const kind of KINDS) expect(prefixes).toContain(kind.split('.')[0])
})

test.each([
  ['agent.signed-in', { failures: 0 }, 'Signed in'],
  ['agent.signed-in', { failures: 1 }, 'Signed in after 1 wrong password'],
  ['agent.signed-in', { failures: 3 }, 'Signed in after 3 wrong passwords'],
  ['agent.signed-out', { sessions: 2 }, 'Signed Ben out of 2 browsers'],
  ['event.replayed', { events: 7 }, 'Replayed 7 events'],
  [
    'integration.created',
    { integrationId: 'x1', fields: ['accessToken', 'region'] },
    'Created the integration x1: accessToken and region',
  ],
  [
    'integration.created',
    { integrationId: 'x2', fields: ['region'], replaces: 'x1' },
    'Changed the integration x1, which is now x2: region',
  ],
  ['integration.deleted', { integrationId: 'x2' }, 'Deleted the integration x2'],
  ['reply.queued', { sendAt: 1 }, 'Scheduled a reply'],
  ['conversation.tagged', { added: ['VIP', 'New'], removed: [] }, 'Added the tags “VIP” and “New”'],
  [
    'reply.refused',
    { reason: { key: 'reply.cancelled' } },
    `A reply wasn’t sent: ${english.say(reason('reply.cancelled'))}`,
  ],
  ['reply.refused', { reason: 'As it was said then' }, 'A reply wasn’t sent: As it was said then'],
])('%s with %o reads: %s', (kind, body, words) => {
  expect(english.say(toAuditWords({ kind, body, target: 'Ben' }))).toBe(words)
})

test('an act of yesterday reads in the language of today', () => {
  const words = toAuditWords({ kind: 'agent.signed-out', body: { sessions: 2 }, target: 'Ben' })
  expect(translatorFor('zh-HK').say(words)).toBe('讓Ben從2個瀏覽器登出')
})

test('what the inbox does by itself is not put down to somebody at the command line', () => {
  expect(actorlessName('agent.sign-in-blocked')).toEqual(reason('audit.byInbox'))
  expect(actorlessName('agent.added')).toEqual(reason('audit.byCommandLine'))
})

test('a kind of an older version is named as it stands', () => {
  expect(toAuditWords({ kind: 'house.old-thing', body: {} })).toBe('house old thing')
  expect(toAuditWords({ kind: 'constructor', body: {} })).toBe('constructor')
})
