import { z } from 'zod'
import { CHANNEL_COLORS } from '../channel/channel-options'

const TAGS_MAX = 200

/** A word the workspace sorts conversations by. */
const workspaceTagSchema = z.object({
  name: z.string().trim().min(1, 'A tag needs a name.').max(40, 'A tag has at most 40 characters.'),
  color: z.enum(CHANNEL_COLORS).default('slate'),
  /** When to use it, for agents. */
  description: z.string().trim().max(200, 'At most 200 characters.').default(''),
})
export type WorkspaceTag = z.infer<typeof workspaceTagSchema>

/** All tags of the workspace, in the order in which they are shown. */
export const workspaceTagsSchema = z.object({
  tags: z
    .array(workspaceTagSchema)
    .max(TAGS_MAX, `At most ${TAGS_MAX} tags.`)
    .refine(areDistinct, 'Two tags have the same name.'),
})

function areDistinct(tags: { name: string }[]): boolean {
  return new Set(tags.map(({ name }) => name.toLowerCase())).size === tags.length
}
