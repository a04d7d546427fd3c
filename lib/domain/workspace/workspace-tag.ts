import { z } from 'zod'
import { schemaMessage } from '@/lib/i18n/reason'
import { CHANNEL_COLORS } from '../channel/channel-options'

const TAGS_MAX = 200
const NAME_LENGTH_MAX = 40
const DESCRIPTION_LENGTH_MAX = 200

/** A word the workspace sorts conversations by. */
const workspaceTagSchema = z.object({
  name: z
    .string()
    .trim()
    .min(1, schemaMessage('workspace.tags.unnamed'))
    .max(NAME_LENGTH_MAX, schemaMessage('workspace.tags.nameTooLong', { max: NAME_LENGTH_MAX })),
  color: z.enum(CHANNEL_COLORS).default('slate'),
  /** When to use it, for agents. */
  description: z
    .string()
    .trim()
    .max(
      DESCRIPTION_LENGTH_MAX,
      schemaMessage('workspace.tags.descriptionTooLong', { max: DESCRIPTION_LENGTH_MAX }),
    )
    .default(''),
})
export type WorkspaceTag = z.infer<typeof workspaceTagSchema>

/** All tags of the workspace, in the order in which they are shown. */
export const workspaceTagsSchema = z.object({
  tags: z
    .array(workspaceTagSchema)
    .max(TAGS_MAX, schemaMessage('workspace.tags.tooMany', { max: TAGS_MAX }))
    .refine(areDistinct, schemaMessage('workspace.tags.sameName')),
})

function areDistinct(tags: { name: string }[]): boolean {
  return new Set(tags.map(({ name }) => name.toLowerCase())).size === tags.length
}
