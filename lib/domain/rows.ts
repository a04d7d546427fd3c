import type * as schema from '@/drizzle/schema/folded'

/*
 * The rows that the fold reads and writes, as the schema says them (decision 0026): times in epoch ms, null for what is
 * not known. What each field means stands in drizzle/schema/folded.ts.
 */

export type ChannelRow = typeof schema.channels.$inferSelect
export type MemberRow = typeof schema.members.$inferSelect
/** An id that is only another name of a member. */
export type MemberAliasRow = typeof schema.memberAliases.$inferSelect
export type ConversationRow = typeof schema.conversations.$inferSelect
/** A conversation that went into another one of the same member. */
export type MergedConversationRow = typeof schema.mergedConversations.$inferSelect
export type MessageRow = typeof schema.messages.$inferSelect
export type MessageKeyRow = typeof schema.messageKeys.$inferSelect
export type SightingRow = typeof schema.sightings.$inferSelect
export type ReceiptRow = typeof schema.receipts.$inferSelect
export type ReactionRow = typeof schema.reactions.$inferSelect
export type ActivityRow = typeof schema.activities.$inferSelect
/** A stretch of a conversation in which one owner should answer. */
export type OwnershipSpanRow = typeof schema.ownershipSpans.$inferSelect
export type MediaRow = typeof schema.media.$inferSelect
export type OutcomeRow = typeof schema.eventOutcomes.$inferSelect
