import { z } from 'zod'
import { schemaMessage } from '@/lib/i18n/reason'
import { isTimeZone } from '../people/time-zone'
import { textsByLanguage } from '../reply/schema/canned-reply-schema'
import { TEXT_LENGTH_MAX } from './channel'
import { CHANNEL_COLORS, HAND_BACK_ON_RESOLVE, WINDOW_WARNING_MINUTES } from './channel-options'

const IDLE_MINUTES_MAX = 7 * 24 * 60

const minutes = z
  .int(schemaMessage('channel.rule.wholeMinutes'))
  .min(1, schemaMessage('channel.rule.minutesMin'))
  .max(IDLE_MINUTES_MAX, schemaMessage('channel.rule.minutesMax'))

/** See MemberText in lib/domain/reply/member-text.ts. */
const memberText = z.union([
  z
    .string()
    .trim()
    .max(TEXT_LENGTH_MAX, schemaMessage('channel.rule.textMax', { max: TEXT_LENGTH_MAX })),
  textsByLanguage,
])

/** Times of the day are `HH:MM`; a span that ends before it starts runs past midnight. */
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, schemaMessage('channel.rule.timeOfDay'))

const openingHours = z.object({
  timeZone: z.string().refine(isTimeZone, schemaMessage('channel.rule.noSuchTimeZone')),
  /** `day`: 0 is Sunday. */
  spans: z.array(z.object({ day: z.int().min(0).max(6), from: time, to: time })).max(50),
})

/** What an admin decides for one channel. It stands in the log as `channel.configured`, so the fold may rely on it. */
export const channelSettingsSchema = z.object({
  color: z.enum(CHANNEL_COLORS).optional(),
  /** A message that says one of these, or a button with this payload, asks for a person. Case doesn't matter. */
  handOverKeywords: z.array(z.string().trim().min(1).max(80)).max(50).default([]),
  /** Nobody of ours wrote for so long after the member did: hand back to the bot. Absent: never. */
  agentIdleMinutes: minutes.optional(),
  /** The member did not write for so long after us: resolve. Absent: never. */
  memberIdleMinutes: minutes.optional(),
  /** Told to the member when a timer hands back or resolves; nothing when empty. */
  agentIdleText: memberText.optional(),
  memberIdleText: memberText.optional(),
  /** Absent: `timer`. What stands in the log from before has none. */
  handBackOnResolve: z.enum(HAND_BACK_ON_RESOLVE).optional(),
  /** From when on a closing reply window is pointed out. */
  windowWarningMinutes: minutes.default(WINDOW_WARNING_MINUTES),
  openingHours: openingHours.optional(),
  /** Told to a member who begins to wait outside the opening hours; nothing when empty. */
  closedText: memberText.optional(),
})
