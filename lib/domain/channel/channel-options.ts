/** Names of the colours a channel can carry; what each looks like is the screen's business. */
export const CHANNEL_COLORS = [
  'slate',
  'red',
  'amber',
  'green',
  'teal',
  'blue',
  'violet',
  'pink',
] as const
export type ChannelColor = (typeof CHANNEL_COLORS)[number]

/** Which resolves give the conversation back to the bot. Without one the member's next line waits for a person. */
export const HAND_BACK_ON_RESOLVE = ['always', 'timer', 'never'] as const
export type HandBackOnResolve = (typeof HAND_BACK_ON_RESOLVE)[number]

/** From when on a closing reply window is pointed out, where nobody chose otherwise. */
export const WINDOW_WARNING_MINUTES = 120
