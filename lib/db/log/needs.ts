/** What a batch of events may touch: names known from the events alone. */
export interface Needs {
  channels: Set<string>
  members: { channelId: string; externalId: string }[]
  conversations: Set<string>
  messages: Set<string>
  keys: { channelId: string; key: string }[]
  contents: { channelId: string; contentKey: string; second: number }[]
  receipts: { channelId: string; platformMessageId: string }[]
  media: Set<string>
  /** Conversations whose unsettled replies an echo may confirm. */
  replies: Set<string>
  /** Conversations whose scheduled replies a line of the member may end. */
  scheduled: Set<string>
  /** Conversations whose lines a watermark may raise, up to a time. */
  watermarks: { conversationId: string; until: number }[]
  /** Conversations of which what we said in a stretch of time may be told once more. */
  twins: { conversationId: string; from: number; until: number }[]
  /** Members of whom an event names only the id at Stella. */
  stellaMembers: { channelId: string; stellaId: string }[]
  activities: Set<string>
  /** Names that the batch itself gives a member: what it says under the one may touch rows of the other. */
  aliases: { channelId: string; externalId: string; memberExternalId: string }[]
}
