import { z } from 'zod'
import { type Locale, toLocale } from '@/lib/i18n/locale'
import { schemaMessage } from '@/lib/i18n/reason'
import { isTimeZone } from './time-zone'

/** Seconds for which a reply may be held back, so that its writer can think again. */
export const UNDO_SECONDS = [0, 5, 10, 15] as const
/** Whoever never chose can take a slip back. */
const UNDO_SECONDS_USUAL = 5

/** What an agent chose for themselves; what is missing takes its default. */
export const agentSettingsSchema = z.object({
  undoSeconds: z
    .union(
      UNDO_SECONDS.map((seconds) => z.literal(seconds)),
      schemaMessage('people.noSuchUndo', {
        choices: { list: UNDO_SECONDS.map(String), type: 'or' },
      }),
    )
    .default(UNDO_SECONDS_USUAL),
  /** Language and region of the screens. Absent: what the browser asks for. */
  locale: z
    .string()
    .refine(isLocale, schemaMessage('people.noSuchLocale'))
    .transform((name) => name as Locale)
    .optional(),
  /** Absent: the browser's. */
  timeZone: z.string().refine(isTimeZone, schemaMessage('people.noSuchTimeZone')).optional(),
  /** A sound when a member begins to wait for a person. */
  ring: z.boolean(schemaMessage('failure.field.boolean', { field: 'ring' })).default(true),
  /** A notification of the browser, where it allows one, when no tab of the inbox is looked at. */
  notify: z.boolean(schemaMessage('failure.field.boolean', { field: 'notify' })).default(false),
  /** The same when a member writes in a conversation of mine. */
  notifyMine: z
    .boolean(schemaMessage('failure.field.boolean', { field: 'notifyMine' }))
    .default(true),
})

function isLocale(name: string): boolean {
  return toLocale(name) !== undefined
}

export type AgentSettings = z.infer<typeof agentSettingsSchema>

export const DEFAULT_AGENT_SETTINGS: AgentSettings = agentSettingsSchema.parse({})
