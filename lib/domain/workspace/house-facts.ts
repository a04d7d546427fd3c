import type { CannedReply } from '../reply/canned-reply'
import type { HouseTag } from './house-tag'

/** Acts on the settings of the workspace. Each carries the whole of what it set, so that it can be restored from the log. */
export type HouseFact =
  | { type: 'canned-reply.saved'; cannedReply: CannedReply }
  | { type: 'canned-reply.removed'; cannedReplyId: string; title: string }
  | { type: 'tags.set'; tags: HouseTag[] }
