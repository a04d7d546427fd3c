import type { ReactNode } from 'react'
import { markupOf } from '@/components/ui/testing-markup'
import { type ThreadFrame, ThreadFrameProvider } from './conversation/thread/thread-context'
import { ANA, conversationOf } from './testing-conversation'

const nothing = () => undefined

const frame: ThreadFrame = {
  viewer: { ...ANA, email: 'ana@shop.test', role: 'agent', settings: {} as never },
  memberName: 'Roy',
  channel: conversationOf().channel,
  timeZone: 'UTC',
  showInfo: nothing,
  showMedia: nothing,
  jumpTo: nothing,
  isUnfolded: () => false,
  unfold: nothing,
}

/** What the server would send for this line of Roy's thread, which Ana reads. */
export function markupInThread(node: ReactNode, more: Partial<ThreadFrame> = {}): string {
  return markupOf(<ThreadFrameProvider frame={{ ...frame, ...more }}>{node}</ThreadFrameProvider>)
}
