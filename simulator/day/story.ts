import type { MemberMediaKind } from '../wire/member-action'

export type StoryLine =
  | string
  | { tap: 'TRACK_ORDER' | 'RETURN_ITEM' | 'TALK_TO_PERSON'; title: string }
  | { media: MemberMediaKind; piece?: string; caption?: string }

/** What one person of the cast says in a day. */
export interface Story {
  externalId: string
  /** The conversation with the bot; a tap on TALK_TO_PERSON or words to that effect bring a person in. */
  script: StoryLine[]
  /** How many lines of the script are said before the day opens. */
  history: number
  /** Said while a person should answer and hasn't. */
  waiting: string[]
  /** Said to an agent, one after each reply; the last is a thank-you, after which they are content. */
  answers: StoryLine[]
}

/** Taps that several stories share. */
export const TRACK: StoryLine = { tap: 'TRACK_ORDER', title: 'Track my order' }
export const RETURN: StoryLine = { tap: 'RETURN_ITEM', title: 'Return an item' }
export const PERSON: StoryLine = { tap: 'TALK_TO_PERSON', title: 'Talk to a person' }

export const WAITING_EN = [
  'Hello? Is somebody there?',
  'No hurry, but I have to leave in an hour.',
  '🙏',
]
export const WAITING_ZH = ['請問有人嗎？', '麻煩快一點，我等一下要開會。', '🙏']
