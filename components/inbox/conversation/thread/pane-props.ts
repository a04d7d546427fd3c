import type { Viewer } from '@/lib/domain/people/viewer'

/** What an open conversation is given, from the address and the shell around it. */
export interface ThreadPaneProps {
  conversationId: string
  viewer: Viewer
  onBack: () => void
  onTogglePanel: () => void
  panelOpen: boolean
}
