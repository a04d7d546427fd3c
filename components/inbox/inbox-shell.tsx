'use client'

import { type CSSProperties, type ReactNode, useEffect, useState } from 'react'
import { ListPane } from '@/components/inbox/conversation/list/list-pane'
import { cn } from '@/components/ui/cn'
import { deferred } from '@/components/ui/deferred/deferred'
import { whenIdle } from '@/lib/client/browser/parts'
import { type Preferences, remember } from '@/lib/client/browser/preferences'
import { currentLocation, goTo, useInboxLocation } from '@/lib/client/conversation/location'
import { BottomBar } from '../shell/bottom-bar'
import { IconRail } from '../shell/icon-rail'
import { ShellActions } from '../shell/keys/shell-actions'
import { ResizeHandle } from '../shell/resize-handle'
import { usePanel } from '../shell/use-panel'
import { useTheme } from '../shell/use-theme'
import { useTitle } from '../shell/use-title'
import { EmptyPane } from './empty-pane'
import { PaneSkeleton } from './pane-skeleton'

const ConversationPane = deferred(
  async () => (await import('./conversation-pane')).ConversationPane,
  { waiting: ({ conversationId }) => <PaneSkeleton conversationId={conversationId} /> },
)

// What nobody looks at or presses starts once the page is alive.
const Bell = deferred(async () => (await import('../shell/bell/bell')).Bell)
const OutageBanner = deferred(async () => (await import('./channel/outage-banner')).OutageBanner)
const Unposted = deferred(async () => (await import('@/lib/client/reply/use-unposted')).Unposted)

// Beside the page itself, where a conversation is open from the start.
if (typeof window !== 'undefined' && currentLocation().conversationId) ConversationPane.preload()

/** The inbox: rail, list, thread and panel side by side, or one at a time on a phone. */
export function InboxShell({ preferences }: { preferences: Preferences }) {
  const location = useInboxLocation()
  const [theme, setTheme] = useTheme(preferences.theme)
  const [listWidth, setListWidth] = useState(preferences.listWidth)
  const panel = usePanel(preferences.panelOpen)
  const [keysOpen, setKeysOpen] = useState(false)
  const { conversationId } = location
  const showKeys = () => setKeysOpen(true)
  const close = () => goTo({ ...location, conversationId: undefined })
  const resize = (width: number) => {
    setListWidth(width)
    remember('listWidth', width)
  }
  useEffect(() => whenIdle(ConversationPane.preload), [])

  return (
    <Page listWidth={listWidth}>
      <Unseen />
      <IconRail theme={theme} onTheme={setTheme} onInbox={close} onShowKeys={showKeys} />
      <main className="flex min-h-0 min-w-0 flex-1">
        <Column isHidden={conversationId !== undefined}>
          <ListPane location={location} />
          <BottomBar theme={theme} onTheme={setTheme} onShowKeys={showKeys} />
          <ResizeHandle width={listWidth} onResize={resize} />
        </Column>
        {conversationId ? (
          <ConversationPane conversationId={conversationId} panel={panel} onBack={close} />
        ) : (
          <EmptyPane />
        )}
      </main>
      <Bell />
      <Unposted />
      <ShellActions
        location={location}
        onTheme={setTheme}
        keysOpen={keysOpen}
        onKeysOpen={setKeysOpen}
      />
    </Page>
  )
}

/** The title of the tab. On its own, because it follows what changes all the time. */
function Unseen() {
  useTitle()
  return null
}

/** The panes side by side, under what everybody must know. */
function Page({ listWidth, children }: { listWidth: number; children: ReactNode }) {
  return (
    <div className="flex h-dvh flex-col overflow-hidden">
      <OutageBanner />
      <div
        className="flex min-h-0 flex-1 overflow-hidden"
        style={{ '--list': `${listWidth}px` } as CSSProperties}
      >
        {children}
      </div>
    </div>
  )
}

/** The list's column. On a phone it gives way to the open conversation. */
function Column({ isHidden, children }: { isHidden: boolean; children: ReactNode }) {
  return (
    <div
      className={cn(
        'relative flex min-h-0 w-full shrink-0 flex-col border-r bg-surface md:flex md:w-[min(var(--list),40vw)]',
        isHidden && 'max-md:hidden',
      )}
    >
      {children}
    </div>
  )
}
