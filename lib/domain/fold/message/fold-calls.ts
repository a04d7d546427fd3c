import type { CallActivityKind } from '@/lib/domain/message/activity'
import type { CallFact } from '@/lib/domain/message/webhook-facts'
import { addActivity, noteActivity } from '../conversation/change-rows'
import { conversationOf } from '../conversation/find-conversation'
import type { Effected, FoldEvent } from '../event'
import { foldProfile } from '../fold-reports'
import { joinNames } from '../member/names'
import type { World } from '../world'
import { noticeIdOf } from './fold-notices'

/** What a call's line is keyed by, however much is told of it. */
export function callKey(callId: string): string {
  return `call\n${callId}`
}

const KINDS: Record<CallFact['by'], Record<CallFact['state'], CallActivityKind>> = {
  member: { began: 'call', missed: 'call-missed', taken: 'call-taken' },
  us: { began: 'our-call', missed: 'our-call-missed', taken: 'our-call-taken' },
}

/** A call is one line, at the time it began: that it ended, and how, replaces that it began, whichever comes first. */
export function foldCall(world: World, event: FoldEvent, fact: CallFact): Effected {
  if (fact.alsoKnownAs) joinNames(world, event, fact.memberExternalId, fact.alsoKnownAs)
  const { member, conversation } = conversationOf(world, event, fact.memberExternalId)
  const id = noticeIdOf(world.idOf, member.channelId, callKey(fact.callId))
  const known = world.activities.get(id)
  const isNews = !known || (fact.state !== 'began' && isOpen(known.kind))
  const at = Math.min(known?.at ?? fact.at, fact.at)
  if (known && !isNews && at === known.at) return 'duplicate'
  addActivity(world, event, conversation.id, isNews ? KINDS[fact.by][fact.state] : known.kind, {
    id,
    at,
    detail: isNews ? fact.seconds?.toString() : (known.detail ?? undefined),
  })
  noteActivity(world, event, conversation.id)
  if (fact.profileName)
    foldProfile(world, event, { ...fact, type: 'profile', name: fact.profileName })
  return 'applied'
}

/** Nothing is known of its end yet. */
function isOpen(kind: string): boolean {
  return kind === 'call' || kind === 'our-call'
}
