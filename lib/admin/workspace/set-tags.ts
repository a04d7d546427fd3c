import type { Context } from '@/lib/context'
import { putTags } from '@/lib/db/workspace/canned-and-tags'
import type { WorkspaceTag } from '@/lib/domain/workspace/workspace-tag'
import { record } from '@/lib/log/fold'
import { inTurn } from '@/lib/log/turn'

/** Sets all tags of the workspace, in their order. What they were stays in the log. */
export async function setTags(ctx: Context, agentId: string, tags: WorkspaceTag[]): Promise<void> {
  await inTurn(ctx, async (tx) => {
    await putTags(tx, tags)
    await record(tx, { type: 'tags.set', tags }, { agentId })
  })
}
