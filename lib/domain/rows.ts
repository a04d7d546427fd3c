import type { channels } from '@/drizzle/schema/folded/channel'
import type {
  activities,
  conversations,
  mergedConversations,
  ownershipSpans,
} from '@/drizzle/schema/folded/conversation'
import type { eventOutcomes } from '@/drizzle/schema/folded/feed'
import type { media } from '@/drizzle/schema/folded/media'
import type { memberAliases, members } from '@/drizzle/schema/folded/member'
import type { messages } from '@/drizzle/schema/folded/message'
import type {
  messageKeys,
  reactions,
  receipts,
  sightings,
} from '@/drizzle/schema/folded/message-identity'

/*
 * The rows that the fold reads and writes, as the schema says them (decision 0026): times in epoch ms, null for what is
 * not known. What each field means stands in drizzle/schema/folded.
 */

export type ChannelRow = typeof channels.$inferSelect
export type MemberRow = typeof members.$inferSelect
/** An id that is only another name of a member. */
export type MemberAliasRow = typeof memberAliases.$inferSelect
export type ConversationRow = typeof conversations.$inferSelect
/** A conversation that went into another one of the same member. */
export type MergedConversationRow = typeof mergedConversations.$inferSelect
export type MessageRow = typeof messages.$inferSelect
export type MessageKeyRow = typeof messageKeys.$inferSelect
export type SightingRow = typeof sightings.$inferSelect
export type ReceiptRow = typeof receipts.$inferSelect
export type ReactionRow = typeof reactions.$inferSelect
export type ActivityRow = typeof activities.$inferSelect
/** A stretch of a conversation in which one owner should answer. */
export type OwnershipSpanRow = typeof ownershipSpans.$inferSelect
export type MediaRow = typeof media.$inferSelect
export type OutcomeRow = typeof eventOutcomes.$inferSelect
