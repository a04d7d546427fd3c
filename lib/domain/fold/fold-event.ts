import { type Reason, reason } from '@/lib/i18n/reason'
import type { Fact, Reading } from '../fact'
import type { Outcome } from '../log/outcome'
import { toRuleText, toStoredReason } from '../log/stored-reason'
import { isNoMember } from '../member/no-member'
import { channelOf } from './conversation/find-conversation'
import type { Effected, FoldEvent } from './event'
import { foldOwn } from './fold-own'
import {
  foldDeauthorized,
  foldMemberChanged,
  foldProfile,
  foldReceipt,
  foldWatermark,
} from './fold-reports'
import { foldPreference } from './member/fold-preferences'
import { joinNames } from './member/names'
import { foldCall } from './message/fold-calls'
import { foldInbound } from './message/fold-inbound'
import { foldNotice } from './message/fold-notices'
import { foldOutbound } from './message/fold-outbound'
import { foldReaction } from './message/fold-reactions'
import { nextFeed, tablesOf, type World } from './world'

const RULES: [Effected, Reason][] = [
  ['unknown-member', reason('delivery.rule.unknownMember')],
  ['no-member', reason('delivery.rule.noMember')],
]

/**
 * Applies one event to the world. Reads nothing but the event and the rows. When any part throws, nothing of
 * the event stays and it is quarantined with the error; the others go on (architecture.md "Fold").
 */
export function foldEvent(world: World, event: FoldEvent) {
  const before = { feed: world.feed, effects: world.effects.length }
  try {
    const done = applyFacts(world, event)
    putOutcome(world, event, outcomeOf(event, done), done)
    for (const table of tablesOf(world)) table.commit()
  } catch (error) {
    for (const table of tablesOf(world)) table.rollback()
    world.feed = before.feed
    world.effects.length = before.effects
    const text = error instanceof Error ? error.message : String(error)
    const problem = reason('delivery.problem.folding', { error: text })
    putOutcome(world, event, 'quarantined', [], problem)
    world.outcomes.commit()
  }
}

function applyFacts(world: World, event: FoldEvent): Effected[] {
  if ('own' in event.reading) return [foldOwn(world, event, event.reading.own)]
  return event.reading.facts.map((fact) => applyFact(world, event, fact))
}

function applyFact(world: World, event: FoldEvent, fact: Fact): Effected {
  if ('memberExternalId' in fact && isNoMember(channelOf(world, event), fact.memberExternalId))
    return 'no-member'
  switch (fact.type) {
    case 'inbound':
      return foldInbound(world, event, fact)
    case 'outbound':
      return foldOutbound(world, event, fact)
    case 'receipt':
      return foldReceipt(world, event, fact)
    case 'watermark':
      return foldWatermark(world, event, fact)
    case 'reaction':
      return foldReaction(world, event, fact)
    case 'notice':
      return foldNotice(world, event, fact)
    case 'call':
      return foldCall(world, event, fact)
    case 'preference':
      return foldPreference(world, event, fact)
    case 'same-member':
      return joinNames(world, event, fact.memberExternalId, fact.alsoKnownAs)
        ? 'applied'
        : 'nothing'
    case 'member-changed':
      return foldMemberChanged(world, event, fact)
    case 'profile':
      return foldProfile(world, event, fact)
    case 'deauthorized':
      return foldDeauthorized(world, event)
    default:
      throw new Error(`A webhook can't carry ${fact.type}`)
  }
}

/** A delivery that changed something without adding a line is a status: a report of how things stand (decision 0017). */
function outcomeOf(event: FoldEvent, done: Effected[]): Outcome {
  if ('own' in event.reading) return 'applied'
  if (event.reading.problems.length > 0) return 'quarantined'
  if (done.includes('message')) return 'message'
  if (done.includes('status') || done.includes('applied')) return 'status'
  return done.includes('duplicate') ? 'duplicate' : 'ignored'
}

function putOutcome(
  world: World,
  event: FoldEvent,
  outcome: Outcome,
  done: Effected[],
  problem?: Reason,
) {
  const reading = 'own' in event.reading ? undefined : event.reading
  world.outcomes.put({
    eventId: event.id,
    feed: nextFeed(world),
    outcome,
    reading: reading?.name ?? null,
    rule: toRuleText(rulesOf(reading, done)),
    error: toStoredReason(problem ? [problem] : (reading?.problems ?? [])),
    messages: done.filter((each) => each === 'message').length,
    statuses: done.filter((each) => each === 'status').length,
    duplicates: done.filter((each) => each === 'duplicate').length,
  })
}

function rulesOf(reading: Reading | undefined, done: Effected[]): Reason[] {
  const rules = reading?.ignored ?? []
  if (!RULES.some(([each]) => done.includes(each))) return rules
  return [...rules, ...RULES.flatMap(([each, rule]) => (done.includes(each) ? [rule] : []))]
}
