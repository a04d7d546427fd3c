import type {
  ActivityRow,
  ChannelRow,
  ConversationRow,
  MediaRow,
  MemberAliasRow,
  MemberRow,
  MergedConversationRow,
  MessageKeyRow,
  MessageRow,
  OutcomeRow,
  OwnershipSpanRow,
  ReactionRow,
  ReceiptRow,
  SightingRow,
} from '../rows'
import { Table } from './table'

/** Work that folding asks for. It is done by jobs after the commit, and never by a rebuild. */
export type Effect =
  | { type: 'refresh-member'; conversationId: string; notBefore: number }
  | { type: 'fetch-media'; mediaId: string }
  | { type: 'fetch-portrait'; conversationId: string }
  | { type: 'send-replies'; conversationId: string; notBefore?: number }
  /** A scheduled reply is looked at again at its time. */
  | { type: 'reply-due'; conversationId: string; messageId: string; at: number }
  | { type: 'stop-bot'; conversationId: string; notBefore: number }
  /** Where it is outside the opening hours, the member is told. */
  | { type: 'tell-closed'; conversationId: string }
  | { type: 'hand-back-resolved'; conversationId: string }

export interface World {
  /** Grouped by connection. */
  channels: Table<ChannelRow>
  /** By `${channelId}:${externalId}`; grouped by id. */
  members: Table<MemberRow>
  conversations: Table<ConversationRow>
  /** By `${channelId}:${externalId}` of the id that is only another name of a member; grouped by that member. */
  aliases: Table<MemberAliasRow>
  /** By the id of a conversation that went into another; grouped by the one it went into. */
  merged: Table<MergedConversationRow>
  /** Grouped by conversation. */
  messages: Table<MessageRow>
  /** By `${channelId}:${key}`. */
  keys: Table<MessageKeyRow>
  /** By sightingKey, grouped by sightingGroup. */
  sightings: Table<SightingRow>
  /** Grouped by platform message, see messageKey. */
  receipts: Table<ReceiptRow>
  /** By message and who reacted, see reactionKey. */
  reactions: Table<ReactionRow>
  /** Grouped by conversation. */
  activities: Table<ActivityRow>
  /** Grouped by conversation; of those in the database only the open one is loaded. */
  spans: Table<OwnershipSpanRow>
  /** Grouped by message. */
  media: Table<MediaRow>
  outcomes: Table<OutcomeRow>
  /** Number of the last change. */
  feed: number
  effects: Effect[]
  /** A stable id for a name: the same name gives the same UUID in every fold and rebuild. */
  idOf: (name: string) => string
}

export function emptyWorld(feed: number, idOf: World['idOf']): World {
  return {
    channels: new Table(
      (row) => row.id,
      (row) => row.connectionId,
    ),
    members: new Table(
      (row) => memberKey(row.channelId, row.externalId),
      (row) => row.id,
    ),
    aliases: new Table(
      (row) => memberKey(row.channelId, row.externalId),
      (row) => memberKey(row.channelId, row.memberExternalId),
    ),
    conversations: new Table((row) => row.id),
    merged: new Table(
      (row) => row.id,
      (row) => row.intoId,
    ),
    messages: new Table(
      (row) => row.id,
      (row) => row.conversationId,
    ),
    keys: new Table((row) => messageKey(row.channelId, row.key)),
    sightings: new Table(
      (row) => sightingKey(row),
      (row) => sightingGroup(row),
    ),
    receipts: new Table(
      (row) => `${row.channelId}:${row.platformMessageId}:${row.status}`,
      (row) => messageKey(row.channelId, row.platformMessageId),
    ),
    reactions: new Table((row) => reactionKey(row.channelId, row.platformMessageId, row.actor)),
    activities: new Table(
      (row) => row.id,
      (row) => row.conversationId,
    ),
    spans: new Table(
      (row) => `${row.conversationId}:${row.place}`,
      (row) => row.conversationId,
    ),
    media: new Table(
      (row) => row.id,
      (row) => row.messageId,
    ),
    outcomes: new Table((row) => String(row.eventId)),
    feed,
    effects: [],
    idOf,
  }
}

export function memberKey(channelId: string, externalId: string) {
  return `${channelId}:${externalId}`
}

export function messageKey(channelId: string, key: string) {
  return `${channelId}:${key}`
}

export function reactionKey(channelId: string, platformMessageId: string, actor: string) {
  return `${channelId}:${platformMessageId}:${actor}`
}

export function sightingKey({
  channelId,
  contentKey,
  second,
  source,
  ref,
}: Omit<SightingRow, 'messageId'>) {
  return `${channelId}:${contentKey}:${second}:${source}:${ref}`
}

/** Sights of equal content, those that came with the platform's id apart from those that came without. */
export function sightingGroup({
  channelId,
  contentKey,
  source,
}: Pick<SightingRow, 'channelId' | 'contentKey' | 'source'>) {
  return `${channelId}:${contentKey}:${source}`
}

/** Key of a message by the platform's own id. */
export function platformKey(platformMessageId: string) {
  return `id:${platformMessageId}`
}

/** The platform's id in a key; undefined for a key of another kind. */
export function idInKey(key: string): string | undefined {
  return key.startsWith('id:') ? key.slice(3) : undefined
}

/** Key of an outbound message to which the platform gave no id. */
export function fallbackKey(hash: string) {
  return `hash:${hash}`
}

export function tablesOf(world: World) {
  return [
    world.channels,
    world.members,
    world.aliases,
    world.conversations,
    world.merged,
    world.messages,
    world.keys,
    world.sightings,
    world.receipts,
    world.reactions,
    world.activities,
    world.spans,
    world.media,
    world.outcomes,
  ]
}

export function nextFeed(world: World): number {
  world.feed += 1
  return world.feed
}
