import fc from 'fast-check'
import { expect, test } from 'vitest'
import { channelSettingsSchema } from '../channel/channel-settings-schema'
import { type IdleFacts, idleVerdict } from './idle'

const MINUTE_MS = 60_000
const SETTINGS = channelSettingsSchema.parse({ agentIdleMinutes: 10, memberIdleMinutes: 30 })
const HELD: IdleFacts = {
  owner: 'agent',
  status: 'open',
  ownerSince: 0,
  lastMemberAt: null,
  lastOursAt: null,
}

test('an unanswered member goes back to the bot when the time is up, not a moment before', () => {
  const facts = { ...HELD, lastMemberAt: 5 * MINUTE_MS, lastOursAt: 4 * MINUTE_MS }
  expect(idleVerdict(facts, SETTINGS, 15 * MINUTE_MS - 1)).toBeUndefined()
  expect(idleVerdict(facts, SETTINGS, 15 * MINUTE_MS)).toMatchObject({ do: 'hand-back' })
})

test('the time an agent has runs within the opening hours alone', () => {
  const openingHours = { timeZone: 'UTC', spans: [{ day: 1, from: '09:00', to: '18:00' }] }
  const settings = { ...SETTINGS, openingHours }
  const monday = Date.UTC(2026, 0, 5)
  const asked = monday + (18 * 60 - 4) * MINUTE_MS
  const facts = { ...HELD, lastMemberAt: asked }
  const opens = monday + (7 * 24 + 9) * 60 * MINUTE_MS
  expect(idleVerdict(facts, settings, opens + 6 * MINUTE_MS - 1)).toBeUndefined()
  expect(idleVerdict(facts, settings, opens + 6 * MINUTE_MS)).toMatchObject({ do: 'hand-back' })
  const answered = { ...HELD, lastMemberAt: asked - 1, lastOursAt: asked }
  expect(idleVerdict(answered, settings, asked + 30 * MINUTE_MS)).toMatchObject({ do: 'resolve' })
})

test('a member who does not answer us is resolved', () => {
  const facts = { ...HELD, lastMemberAt: 1, lastOursAt: MINUTE_MS }
  expect(idleVerdict(facts, SETTINGS, 31 * MINUTE_MS - 1)).toBeUndefined()
  expect(idleVerdict(facts, SETTINGS, 31 * MINUTE_MS)).toMatchObject({ do: 'resolve', minutes: 30 })
  const keeps = { ...SETTINGS, handBackOnResolve: 'never' as const }
  expect(idleVerdict(facts, SETTINGS, 31 * MINUTE_MS)).toMatchObject({ handBack: true })
  expect(idleVerdict(facts, keeps, 31 * MINUTE_MS)).toMatchObject({ handBack: false })
})

test('who has just got a conversation has the whole time, however long the member waits already', () => {
  const facts = { ...HELD, ownerSince: 60 * MINUTE_MS, lastMemberAt: 1 }
  expect(idleVerdict(facts, SETTINGS, 69 * MINUTE_MS)).toBeUndefined()
  expect(idleVerdict(facts, SETTINGS, 70 * MINUTE_MS)).toMatchObject({ do: 'hand-back' })
})

test('nothing is due where no agent holds an open conversation, or no timer is set', () => {
  const times = fc.option(fc.integer({ min: 0, max: 100 * MINUTE_MS }))
  const facts = fc.record({
    owner: fc.constantFrom(
      'bot' as const,
      'agent' as const,
      'waiting' as const,
      'unknown' as const,
    ),
    status: fc.constantFrom('open' as const, 'snoozed' as const, 'resolved' as const),
    ownerSince: times,
    lastMemberAt: times,
    lastOursAt: times,
  })
  fc.assert(
    fc.property(facts, fc.integer({ min: 0, max: 300 * MINUTE_MS }), (given, now) => {
      expect(idleVerdict(given, channelSettingsSchema.parse({}), now)).toBeUndefined()
      if (given.owner !== 'agent' || given.status !== 'open')
        expect(idleVerdict(given, SETTINGS, now)).toBeUndefined()
    }),
  )
})
