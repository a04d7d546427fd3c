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
})

export type AgentSettings = z.infer<typeof agentSettingsSchema>

export const DEFAULT_AGENT_SETTINGS: AgentSettings = agentSettingsSchema.parse({})
