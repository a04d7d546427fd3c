const STATUSES = ['open', 'snoozed', 'resolved'] as const
export type ConversationStatus = (typeof STATUSES)[number]

export const VIEWS = ['mine', 'waiting', 'bot', 'all'] as const
export type View = (typeof VIEWS)[number]

/** A place in the bot's tree at which it can go on with a member. */
export interface BotNode {
  id: string
  tree?: string
}

/** How many conversations each view holds; `failed`: how many of the viewer's own replies did not arrive. */
export type Counts = Record<View | 'failed', number>
