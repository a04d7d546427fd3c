import { z } from 'zod'
import { schemaMessage } from '@/lib/i18n/reason'
import type { WorkspaceTag } from '../workspace/workspace-tag'

/** A row shows few of them, and nobody reads more. */
export const TAGS_PER_CONVERSATION_MAX = 20

const NAME_LENGTH_MAX = 40
const nameLength = schemaMessage('conversation.refused.tagLength', { max: NAME_LENGTH_MAX })
const names = z
  .array(z.string().trim().min(1, nameLength).max(NAME_LENGTH_MAX, nameLength))
  .max(
    TAGS_PER_CONVERSATION_MAX,
    schemaMessage('conversation.refused.tooManyTags', { max: TAGS_PER_CONVERSATION_MAX }),
  )
  .default([])

export const tagChangeSchema = z
  .object({ add: names, remove: names })
  .refine(
    ({ add, remove }) => add.length + remove.length > 0,
    schemaMessage('conversation.refused.noTags'),
  )

export interface TagChange {
  added: string[]
  removed: string[]
}

/** The tags after a change, in the order in which they were put on. */
export function withTagChange(tags: string[], { added, removed }: TagChange): string[] {
  return [...new Set([...tags.filter((tag) => !removed.includes(tag)), ...added])]
}

/**
 * What really changes, with names as the workspace writes them: a tag that is on already is not added, one that isn't on
 * is not removed. What was taken out of the workspace's list can be removed, never added.
 */
export function toTagChange(
  tags: string[],
  asked: { add: string[]; remove: string[] },
  workspaceTags: Pick<WorkspaceTag, 'name'>[],
): TagChange & { unknown: string[] } {
  const known = asked.add.map((name) => ({ name, tag: findName(workspaceTags, name) }))
  const added = known.flatMap(({ tag }) => (tag && !tags.includes(tag.name) ? tag.name : []))
  const isRemoved = (tag: string) => asked.remove.some((name) => isSameName(name, tag))
  return {
    added: [...new Set(added)].filter((tag) => !isRemoved(tag)),
    removed: tags.filter(isRemoved),
    unknown: known.flatMap(({ name, tag }) => (tag ? [] : name)),
  }
}

function findName(workspaceTags: Pick<WorkspaceTag, 'name'>[], name: string) {
  return workspaceTags.find((tag) => isSameName(tag.name, name))
}

function isSameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}
