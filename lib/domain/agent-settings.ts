import { z } from 'zod'

/** Seconds for which a reply may be held back, so that its writer can think again. */
export const UNDO_SECONDS = [0, 5, 10, 15] as const

/** What an agent chose for themselves; what is missing takes its default. */
export const agentSettingsSchema = z.object({
  undoSeconds: z
    .union(
      UNDO_SECONDS.map((seconds) => z.literal(seconds)),
      'Choose 0, 5, 10 or 15 seconds.',
    )
    .default(0),
  /** A sound when a member begins to wait for a person. */
  ring: z.boolean('Say true or false.').default(true),
  /** A notification of the browser, where it allows one, when no tab of the inbox is looked at. */
  notify: z.boolean('Say true or false.').default(false),
})

export type AgentSettings = z.infer<typeof agentSettingsSchema>

export const DEFAULT_AGENT_SETTINGS: AgentSettings = agentSettingsSchema.parse({})
