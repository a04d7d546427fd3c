import { expect, test } from 'vitest'
import { english } from '@/lib/i18n/catalogues'
import type { ActivityView } from '@/lib/view/activity-view'
import { toActivityWords } from './activity-words'

const ANA = { id: 'ana', name: 'Ana' }

test.each([
  ['took-over', ANA, 'ben', '<b>Ana</b> took over'],
  ['took-over', ANA, 'ana', '<b>You</b> took over'],
  ['handed-back', ANA, 'ben', '<b>Ana</b> handed back to the bot'],
  ['resolved', ANA, 'ben', '<b>Ana</b> resolved this'],
  ['reopened', undefined, 'ben', 'Reopened by a new message'],
  ['bot-asked', undefined, 'ben', 'The bot asked for a person'],
  ['disconnected', undefined, 'ben', 'This channel was disconnected from Stella'],
  ['opened-chat', undefined, 'ben', 'The member opened the conversation for the first time'],
  ['id-changed', undefined, 'ben', 'The member changed their number'],
  ['blocked', undefined, 'ben', 'The member blocked the bot. Replies won’t arrive.'],
  ['unfollowed', undefined, 'ben', 'The member unfollowed the channel. Replies won’t arrive.'],
] as const)('%s by %o, read by %s, is %o', (kind, agent, viewerId, words) => {
  const activity: ActivityView = { id: 'a', at: '2026-11-21T10:00:00Z', order: '1', kind, agent }
  expect(said(activity, viewerId)).toBe(words)
})

test.each([
  ['assigned', 'ana', 'Ben', '<b>Ben</b> transferred this to you'],
  ['assigned', 'ben', 'Ben', '<b>Ben</b> transferred this to Ana'],
  ['unassigned', 'ben', 'Ana', '<b>Ana</b> returned this to the queue'],
  ['handed-back', 'ben', 'menu', '<b>Ana</b> handed back to the bot at menu'],
  ['idle-handed-back', 'ben', '10', 'Back to the bot: no reply for 10 minutes'],
  ['idle-resolved', 'ben', '5', 'Resolved: the member wrote nothing for 5 minutes'],
  ['member-asked', 'ben', 'mensch', 'The member asked for a person: “mensch”'],
  ['bot-not-stopped', 'ben', 'No scope.', 'The bot couldn’t be stopped: No scope.'],
  ['bot-spoke', 'ana', undefined, 'The bot wrote while you were answering'],
  ['released', 'ben', 'access', 'Back in the queue: Ana no longer answers this channel'],
  ['released', 'ana', 'access', 'Back in the queue: you no longer answer this channel'],
  ['released', 'ben', 'disabled', 'Back in the queue: Ana can no longer sign in'],
  ['bot-took-back', 'ben', undefined, 'The bot took the conversation back from Ana'],
  ['came-by-code', 'ben', 'table-7', 'The member came through the code “table-7”'],
  ['service-note', 'ben', 'left Mei', 'Mei left the group'],
  ['node-refused', 'ben', 'menu: gone', 'The bot didn’t continue at menu: gone'],
] as const)('%s about Ana, read by %s, with %s, is %o', (kind, viewerId, detail, words) => {
  const at = '2026-11-21T10:00:00Z'
  const activity: ActivityView = { id: 'a', at, order: '1', kind, agent: ANA, detail }
  expect(said(activity, viewerId)).toBe(words)
})

test('what the platform said about the member is told in its own words', () => {
  const activity: ActivityView = {
    id: 'a',
    at: '2026-11-21T10:00:00Z',
    order: '1',
    kind: 'identity-changed',
    detail: 'Roy’s security code changed',
  }
  expect(said(activity, 'ben')).toBe('Roy’s security code changed')
})

/** The sentence with its tags, as the catalogue has it. */
function said(activity: ActivityView, viewerId: string): string {
  const words = toActivityWords(activity, viewerId)
  if (typeof words === 'string') return words
  const parts = english.rich(words.key, { ...words.values, b: (who) => `<b>${who}</b>` })
  return [parts].flat().join('')
}
