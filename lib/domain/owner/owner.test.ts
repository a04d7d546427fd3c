import fc from 'fast-check'
import { expect, test } from 'vitest'
import { english } from '@/lib/i18n/catalogues'
import { reason } from '@/lib/i18n/reason'
import { replyBlockedBecause } from '../reply/reply'
import { isDrifting, NO_OWNER, nextOwner, type OwnerEvent, type OwnerState, ownerOf } from './owner'
import {
  assignBlockedBecause,
  giveBlockedBecause,
  handBackBlockedBecause,
  takeOverBlockedBecause,
} from './owner-rules'

const AGENTS = [
  { id: 'ana', name: 'Ana' },
  { id: 'ben', name: 'Ben' },
]

test('whatever happens, in whatever order, at most one answers: the bot, one agent, or nobody yet', () => {
  fc.assert(
    fc.property(fc.array(happening(), { maxLength: 40 }), (happenings) => {
      let state: OwnerState = NO_OWNER
      for (const each of happenings) {
        state = nextOwner(state, each)
        const owner = ownerOf(state)
        expect(owner === 'agent').toBe(state.assigneeId !== null)
        if (owner === 'bot') expect(state.liveChat).toBe(false)
        if (owner === 'agent') expect(state.liveChat).toBe(true)
        expect(whoMayReply(state).length).toBe(owner === 'agent' ? 1 : 0)
      }
    }),
    { numRuns: 5_000 },
  )
})

test('the same thing told twice is the same as told once', () => {
  fc.assert(
    fc.property(fc.array(happening(), { maxLength: 20 }), happening(), (before, twice) => {
      const state = before.reduce(nextOwner, NO_OWNER)
      const once = nextOwner(state, twice)
      expect(nextOwner(once, twice)).toEqual(once)
    }),
  )
})

test('what Stella said of an earlier moment never undoes what we know of a later one', () => {
  fc.assert(
    fc.property(fc.array(happening(), { maxLength: 20 }), fc.boolean(), (before, liveChat) => {
      const state = before.reduce(nextOwner, NO_OWNER)
      const stale = { type: 'member-read', liveChat, asOf: (state.liveChatAsOf ?? 0) - 1 } as const
      fc.pre((state.liveChatAsOf ?? 0) > 0)
      expect(nextOwner(state, stale)).toEqual(state)
    }),
  )
})

test('a disconnected channel lets nobody take over, hand back, assign or reply', () => {
  const disconnected = reason('owner.rule.disconnected')
  fc.assert(
    fc.property(fc.array(happening(), { maxLength: 20 }), (happenings) => {
      const facts = { ...toFacts(happenings.reduce(nextOwner, NO_OWNER)), channelAuthorized: false }
      for (const { id } of AGENTS) {
        expect(takeOverBlockedBecause(facts)).toEqual(disconnected)
        expect(handBackBlockedBecause(facts, id)).toEqual(disconnected)
        expect(assignBlockedBecause(facts, id, id)).toEqual(disconnected)
        expect(english.say(replyBlockedBecause(facts, id, 0) ?? '')).toMatch(/disconnected/)
      }
    }),
  )
})

test('what one agent holds another can’t hand back, and reads who holds it', () => {
  const held = toFacts(
    nextOwner(NO_OWNER, { type: 'switched', liveChat: true, asOf: 1, agentId: 'ana' }),
  )
  expect(handBackBlockedBecause(held, 'ben')).toEqual(reason('owner.rule.heldBy', { name: 'Ana' }))
  expect(handBackBlockedBecause(held, 'ana')).toBeUndefined()
  expect(assignBlockedBecause(held, 'ana', 'ben')).toEqual(
    reason('owner.rule.answersAlready', { name: 'Ana' }),
  )
  expect(assignBlockedBecause(held, 'ben', 'ana')).toBeUndefined()
})

test('what one agent holds another can give to nobody but themselves', () => {
  const switched = { type: 'switched', liveChat: true, asOf: 1, agentId: 'ana' } as const
  const held = toFacts(nextOwner(NO_OWNER, switched))
  const heldByAna = reason('owner.rule.heldBy', { name: 'Ana' })
  for (const to of ['carl', null]) expect(assignBlockedBecause(held, to, 'ben')).toEqual(heldByAna)
  expect(assignBlockedBecause(held, 'ben', 'ben')).toBeUndefined()
  expect(giveBlockedBecause(held, 'ben')).toEqual(heldByAna)
  // What nobody holds anybody may give.
  const waiting = toFacts(nextOwner(NO_OWNER, { type: 'member-read', liveChat: true, asOf: 1 }))
  expect(assignBlockedBecause(waiting, 'carl', 'ben')).toBeUndefined()
  expect(giveBlockedBecause(waiting, 'ben')).toBeUndefined()
})

test('a member who asked for a person waits until the bot is stopped, also when Stella still says off', () => {
  let state = nextOwner(NO_OWNER, { type: 'member-read', liveChat: false, asOf: 1 })
  state = nextOwner(state, { type: 'asked', at: 2 })
  expect(ownerOf(state)).toBe('waiting')
  state = nextOwner(state, { type: 'member-read', liveChat: false, asOf: 3 })
  expect(ownerOf(state)).toBe('waiting')
  state = nextOwner(state, { type: 'not-stopped', reason: 'no' })
  expect(state.botProblem).toBe('no')
  state = nextOwner(state, { type: 'switched', liveChat: true, asOf: 4 })
  expect(state).toMatchObject({ liveChat: true, botProblem: null })
  expect(ownerOf(state)).toBe('waiting')
  state = nextOwner(state, { type: 'member-read', liveChat: false, asOf: 5 })
  expect(ownerOf(state)).toBe('bot')
})

test('a member who writes after a resolve finds the bot or waits for anybody: never whoever held it then', () => {
  fc.assert(
    fc.property(fc.array(happening(), { maxLength: 20 }), (before) => {
      const state = before.reduce(nextOwner, NO_OWNER)
      const after = nextOwner(state, { type: 'returned' })
      expect(ownerOf(after)).not.toBe('agent')
      if (ownerOf(state) !== 'agent') expect(after).toEqual(state)
      else expect(ownerOf(after)).toBe('waiting')
    }),
  )
})

test('the bot against an agent is one alarm a stretch, and asking Stella ends its urgency', () => {
  let state = nextOwner(NO_OWNER, { type: 'switched', liveChat: true, asOf: 10, agentId: 'ana' })
  state = nextOwner(state, { type: 'bot-spoke', at: 9 })
  expect(state.driftAt).toBeNull()
  state = nextOwner(state, { type: 'bot-spoke', at: 20 })
  expect(isDrifting(state)).toBe(true)
  state = nextOwner(state, { type: 'member-read', liveChat: true, asOf: 30 })
  expect(isDrifting(state)).toBe(false)
  state = nextOwner(state, { type: 'bot-spoke', at: 40 })
  expect(state.driftAt).toBe(20)
})

test('an answer from elsewhere ends a wait until the member writes again, and takes nobody’s conversation', () => {
  const waiting: OwnerState = { ...NO_OWNER, liveChat: true, liveChatAsOf: 5 }
  const answered = nextOwner(waiting, { type: 'answered-elsewhere', at: 20 })
  expect(ownerOf(answered)).toBe('elsewhere')
  expect(ownerOf(nextOwner(answered, { type: 'member-wrote', at: 19 }))).toBe('elsewhere')
  expect(ownerOf(nextOwner(answered, { type: 'member-wrote', at: 20 }))).toBe('waiting')
  expect(english.say(replyBlockedBecause(toFacts(answered), 'ana', 0) ?? '')).toMatch(
    /outside this inbox/,
  )
  const held = { ...waiting, assigneeId: 'ana' }
  expect(ownerOf(nextOwner(held, { type: 'answered-elsewhere', at: 20 }))).toBe('agent')
})

test('of two threads that become one, who holds either keeps it, and who waits is not forgotten', () => {
  const bot: OwnerState = { ...NO_OWNER, liveChat: false, liveChatAsOf: 9 }
  const waiting: OwnerState = { ...NO_OWNER, liveChat: true, liveChatAsOf: 5 }
  const held = { ...waiting, assigneeId: 'ana' }
  for (const [one, other] of [
    [bot, waiting],
    [waiting, bot],
  ] as const)
    expect(ownerOf(nextOwner(one, { type: 'joined', other }))).toBe('waiting')
  expect(nextOwner(waiting, { type: 'joined', other: held }).assigneeId).toBe('ana')
  expect(nextOwner(held, { type: 'joined', other: bot }).assigneeId).toBe('ana')
})

function happening(): fc.Arbitrary<OwnerEvent> {
  const at = fc.integer({ min: 1, max: 50 })
  const who = fc.constantFrom('ana', 'ben')
  return fc.oneof(
    fc.record({
      type: fc.constant('switched' as const),
      liveChat: fc.boolean(),
      asOf: at,
      agentId: fc.option(who, { nil: undefined }),
      idle: fc.boolean(),
      resolved: fc.boolean(),
    }),
    fc.record({
      type: fc.constant('assigned' as const),
      agentId: fc.option(who),
      asOf: fc.option(at, { nil: undefined }),
    }),
    fc.record({ type: fc.constant('member-read' as const), liveChat: fc.boolean(), asOf: at }),
    fc.record({ type: fc.constantFrom('bot-spoke' as const, 'relayed' as const), at }),
    fc.record({ type: fc.constant('asked' as const), at }),
    fc.constant({ type: 'returned' as const }),
    fc.record({
      type: fc.constantFrom('answered-elsewhere' as const, 'member-wrote' as const),
      at,
    }),
    fc.record({ type: fc.constant('joined' as const), other: standing() }),
    fc.record({ type: fc.constant('not-stopped' as const), reason: fc.constant('no') }),
  )
}

/** How things may stand in another thread of the same member. */
function standing(): fc.Arbitrary<OwnerState> {
  return fc.constantFrom<OwnerState>(
    NO_OWNER,
    { ...NO_OWNER, liveChat: false, liveChatAsOf: 7 },
    { ...NO_OWNER, liveChat: true, liveChatAsOf: 8 },
    { ...NO_OWNER, liveChat: true, liveChatAsOf: 9, assigneeId: 'ben' },
    { ...NO_OWNER, liveChat: true, liveChatAsOf: 10, elsewhereAt: 11 },
  )
}

function toFacts(state: OwnerState) {
  return {
    owner: ownerOf(state),
    liveChat: state.liveChat,
    assignee: AGENTS.find(({ id }) => id === state.assigneeId),
    channelAuthorized: true,
  }
}

function whoMayReply(state: OwnerState) {
  return AGENTS.filter(({ id }) => replyBlockedBecause(toFacts(state), id, 0) === undefined)
}
