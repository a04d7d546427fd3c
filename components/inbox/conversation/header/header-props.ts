import type { Ownership } from '@/components/inbox/owner/use-ownership'
import type { Viewer } from '@/lib/domain/people/viewer'
import type { ConversationView } from '@/lib/view/conversation-view'

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
