import type { CannedReply } from '../reply/canned-reply'
import type { WorkspaceTag } from './workspace-tag'

/** Acts on the settings of the workspace. Each carries the whole of what it set, so that it can be restored from the log. */
export type WorkspaceFact =
  | { type: 'canned-reply.saved'; cannedReply: CannedReply }
  | { type: 'canned-reply.removed'; cannedReplyId: string; title: string }
  | { type: 'tags.set'; tags: WorkspaceTag[] }
