import type { Ownership } from '@/components/inbox/owner/use-ownership'
import type { ConversationView, Viewer } from '@/lib/domain/conversation/conversation'

/** What the head of an open conversation and its menu are given. */
export interface ThreadHeaderProps {
  conversation: ConversationView
  viewer: Viewer
  ownership: Ownership
  panelOpen: boolean
  onBack: () => void
  onTogglePanel: () => void
  onTag: () => void
}
