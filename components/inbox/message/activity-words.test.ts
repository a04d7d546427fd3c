import { expect, test } from 'vitest'
import { english } from '@/lib/i18n/catalogues'
import type { ActivityView } from '@/lib/view/activity-view'
import { type ActivityWords, toActivityWords } from './activity-words'

const ANA = { id: 'ana', name: 'Ana' }

test.each([
  ['took-over', ANA, 'ben', { who: 'Ana', what: 'took over' }],
  ['took-over', ANA, 'ana', { who: 'You', what: 'took over' }],
  ['handed-back', ANA, 'ben', { who: 'Ana', what: 'handed back to the bot' }],
  ['resolved', ANA, 'ben', { who: 'Ana', what: 'resolved this' }],
  ['reopened', undefined, 'ben', { what: 'Reopened by a new message' }],
  ['bot-asked', undefined, 'ben', { what: 'Bot asked for a person' }],
  ['disconnected', undefined, 'ben', { what: 'This channel was disconnected from Stella' }],
  [
    'opened-chat',
    undefined,
    'ben',
    { what: 'The member opened the conversation for the first time' },
  ],
  ['id-changed', undefined, 'ben', { what: 'The member changed their number' }],
  ['blocked', undefined, 'ben', { what: 'The member blocked the bot. Replies won’t arrive.' }],
  [
    'unfollowed',
    undefined,
    'ben',
    { what: 'The member unfollowed the channel. Replies won’t arrive.' },
  ],
] as const)('%s by %o, read by %s, is %o', (kind, agent, viewerId, words) => {
  const activity: ActivityView = { id: 'a', at: '2026-11-21T10:00:00Z', order: '1', kind, agent }
  expect(inEnglish(toActivityWords(activity, viewerId))).toEqual(words)
})

test.each([
  ['assigned', 'ana', 'Ben', { who: 'Ben', what: 'transferred this to you' }],
  ['assigned', 'ben', 'Ben', { who: 'Ben', what: 'transferred this to Ana' }],
  ['unassigned', 'ben', 'Ana', { who: 'Ana', what: 'returned this to the queue' }],
  ['handed-back', 'ben', 'menu', { who: 'Ana', what: 'handed back to the bot at menu' }],
  ['idle-handed-back', 'ben', '10', { what: 'Back to the bot: no answer for 10 min' }],
  ['idle-resolved', 'ben', '5', { what: 'Resolved: the member wrote nothing for 5 min' }],
  ['member-asked', 'ben', 'mensch', { what: 'The member asked for a person: “mensch”' }],
  ['bot-not-stopped', 'ben', 'No scope.', { what: 'The bot could not be stopped: No scope.' }],
  ['bot-spoke', 'ana', undefined, { what: 'The bot wrote while you were answering' }],
  ['released', 'ben', 'access', { what: 'Back in the queue: Ana no longer answers this channel' }],
  ['released', 'ana', 'access', { what: 'Back in the queue: you no longer answer this channel' }],
  ['released', 'ben', 'disabled', { what: 'Back in the queue: Ana can no longer sign in' }],
  ['bot-took-back', 'ben', undefined, { what: 'The bot took the conversation back from Ana' }],
  ['came-by-code', 'ben', 'table-7', { what: 'The member came through the code “table-7”' }],
  ['service-note', 'ben', 'left Mei', { what: 'Mei left the group' }],
  ['node-refused', 'ben', 'menu: gone', { what: 'The bot did not go on at menu: gone' }],
] as const)('%s about Ana, read by %s, with %s, is %o', (kind, viewerId, detail, words) => {
  const at = '2026-11-21T10:00:00Z'
  const activity: ActivityView = { id: 'a', at, order: '1', kind, agent: ANA, detail }
  expect(inEnglish(toActivityWords(activity, viewerId))).toEqual(words)
})

test('what the platform said about the member is told in its own words', () => {
  const activity: ActivityView = {
    id: 'a',
    at: '2026-11-21T10:00:00Z',
    order: '1',
    kind: 'identity-changed',
    detail: 'Roy’s security code changed',
  }
  expect(toActivityWords(activity, 'ben')).toEqual({ what: 'Roy’s security code changed' })
})

function inEnglish({ what, ...words }: ActivityWords) {
  return { ...words, what: english.say(what) }
}
