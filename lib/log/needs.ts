import type { Needs } from '@/lib/db/log/needs'
import type { OwnFact } from '@/lib/domain/fact'
import type { FoldEvent } from '@/lib/domain/fold/event'
import { callKey } from '@/lib/domain/fold/message/fold-calls'
import { noticeIdOf } from '@/lib/domain/fold/message/fold-notices'
import { TWIN_MS_MAX } from '@/lib/domain/fold/message/twins-of-ours'
import { fallbackKey, platformKey } from '@/lib/domain/fold/world'
import type { WebhookFact } from '@/lib/domain/message/webhook-facts'
import { idOf } from './ids'

/** The rows that a batch of events may touch, from the events alone. */
export function needsOf(events: FoldEvent[], conversationIdOf: ConversationIdOf): Needs {
  const needs: Needs = {
    channels: new Set(),
    members: [],
    conversations: new Set(),
    messages: new Set(),
    keys: [],
    contents: [],
    receipts: [],
    media: new Set(),
    replies: new Set(),
    scheduled: new Set(),
    watermarks: [],
    twins: [],
    stellaMembers: [],
    activities: new Set(),
    aliases: [],
  }
  for (const event of events) {
    if (event.channelId) needs.channels.add(event.channelId)
    if ('own' in event.reading) addOwn(needs, event.reading.own)
    else
      for (const fact of event.reading.facts)
        if (event.channelId) addFact(needs, event.channelId, fact, conversationIdOf)
  }
  // A storm names a member hundreds of times, and each time would be answered with a row of its own.
  needs.members = once(needs.members, ({ channelId, externalId }) => `${channelId}:${externalId}`)
  needs.receipts = once(needs.receipts, (each) => `${each.channelId}:${each.platformMessageId}`)
  needs.keys = once(needs.keys, ({ channelId, key }) => `${channelId}:${key}`)
  return needs
}

function once<Need>(needs: Need[], nameOf: (need: Need) => string): Need[] {
  return [...new Map(needs.map((need) => [nameOf(need), need])).values()]
}

type ConversationIdOf = (channelId: string, externalId: string) => string

function addOwn(needs: Needs, fact: OwnFact) {
  if ('conversationId' in fact) needs.conversations.add(fact.conversationId)
  if ('messageId' in fact) needs.messages.add(fact.messageId)
  if ('mediaId' in fact) needs.media.add(fact.mediaId)
  if (fact.type === 'agent.talks-released')
    for (const id of fact.conversationIds) needs.conversations.add(id)
  if (fact.type === 'media.expired') for (const id of fact.mediaIds) needs.media.add(id)
}

/** Of an own event that names a platform message: the key depends on the channel of its message. */
export function addAnswer(needs: Needs, channelId: string, platformMessageId: string) {
  needs.keys.push({ channelId, key: platformKey(platformMessageId) })
  needs.receipts.push({ channelId, platformMessageId })
}

function addFact(
  needs: Needs,
  channelId: string,
  fact: WebhookFact,
  conversationIdOf: ConversationIdOf,
) {
  if ('memberExternalId' in fact)
    needs.members.push({ channelId, externalId: fact.memberExternalId })
  if ('alsoKnownAs' in fact && fact.alsoKnownAs)
    addName(needs, channelId, fact.memberExternalId, fact.alsoKnownAs)
  if ('platformMessageId' in fact && fact.platformMessageId)
    addAnswer(needs, channelId, fact.platformMessageId)
  addReport(needs, channelId, fact, conversationIdOf)
  if (fact.type === 'inbound') {
    needs.scheduled.add(conversationIdOf(channelId, fact.memberExternalId))
    const second = fact.timeless ? 0 : Math.floor(fact.at / 1000)
    needs.contents.push({ channelId, contentKey: fact.contentKey, second })
  }
  if (fact.type === 'outbound') {
    const conversationId = conversationIdOf(channelId, fact.memberExternalId)
    needs.replies.add(conversationId)
    if (!fact.platformMessageId || fact.unsure)
      needs.twins.push({
        conversationId,
        from: fact.at - TWIN_MS_MAX,
        until: fact.at + TWIN_MS_MAX,
      })
    if (!fact.platformMessageId) needs.keys.push({ channelId, key: fallbackKey(fact.fallbackKey) })
  }
}

/** Another name of a member: later events of the batch may use it for the rows of the first. */
function addName(needs: Needs, channelId: string, memberExternalId: string, externalId: string) {
  needs.members.push({ channelId, externalId })
  needs.aliases.push({ channelId, externalId, memberExternalId })
}

/** What the platform reports about messages and members. */
function addReport(
  needs: Needs,
  channelId: string,
  fact: WebhookFact,
  conversationIdOf: ConversationIdOf,
) {
  if (fact.type === 'watermark')
    needs.watermarks.push({
      conversationId: conversationIdOf(channelId, fact.memberExternalId),
      until: fact.until,
    })
  if (fact.type === 'notice') {
    needs.activities.add(noticeIdOf(idOf, channelId, fact.key))
    if (fact.movedTo) addName(needs, channelId, fact.memberExternalId, fact.movedTo)
  }
  if (fact.type === 'call') needs.activities.add(noticeIdOf(idOf, channelId, callKey(fact.callId)))
  if (fact.type === 'preference') needs.activities.add(noticeIdOf(idOf, channelId, fact.key))
  if (fact.type === 'member-changed') {
    needs.stellaMembers.push({ channelId, stellaId: fact.member })
    needs.members.push({ channelId, externalId: fact.member })
  }
}
