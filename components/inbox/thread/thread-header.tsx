'use client'

import { ArrowLeft, Check, PanelRight, RotateCcw } from 'lucide-react'
import { ChannelLabel } from '@/components/inbox/shell/channel-label'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Kbd } from '@/components/ui/kbd'
import { PLATFORM_NAMES } from '@/lib/domain/channel'
import type { ConversationView, Viewer } from '@/lib/domain/conversation'
import { toNumberWords } from './number-words'
import { OwnerStrip } from './owner-strip'
import { ThreadMenu } from './thread-menu'
import type { Ownership } from './use-ownership'

export interface ThreadHeaderProps {
  conversation: ConversationView
  viewer: Viewer
  ownership: Ownership
  panelOpen: boolean
  onBack: () => void
  onTogglePanel: () => void
  onTag: () => void
}

/** One line: who, where, who answers, and what can be done. On a phone the owner strip has a line of its own. */
export function ThreadHeader(props: ThreadHeaderProps) {
  const { conversation, viewer, ownership, panelOpen, onBack, onTogglePanel } = props
  return (
    <header className="@container/header border-b bg-surface">
      <div className="flex min-h-14 items-center gap-2 pr-3 pl-5 max-md:flex-wrap max-md:gap-y-0 max-md:py-1.5 max-md:pr-1 max-md:pl-1">
        <IconButton label="Back to the list" className="md:hidden" onClick={onBack}>
          <ArrowLeft className="size-5" />
        </IconButton>
        <Identity conversation={conversation} />
        <div className="ml-auto flex min-w-0 shrink max-md:order-last max-md:basis-full max-md:px-2 max-md:pt-1 max-md:pb-0.5 max-md:*:flex-1">
          <OwnerStrip conversation={conversation} viewer={viewer} ownership={ownership} />
        </div>
        <ResolveButton ownership={ownership} />
        <div className="flex shrink-0 max-md:-ml-1">
          <IconButton
            label={panelOpen ? 'Hide the member panel' : 'Show the member panel'}
            keys="]"
            tooltipSide="bottom"
            aria-expanded={panelOpen}
            onClick={onTogglePanel}
          >
            <PanelRight className="size-4" />
          </IconButton>
          <ThreadMenu {...props} />
        </div>
      </div>
    </header>
  )
}

// The name gives way before the strip does: who answers matters more than the end of a long name.
function Identity({ conversation: { member, channel } }: { conversation: ConversationView }) {
  const number = toNumberWords(member, channel)
  const where = [PLATFORM_NAMES[channel.platform], channel.name, number]
  return (
    <div className="min-w-24 shrink-[100000] max-md:flex-1">
      <h2 className="truncate font-semibold leading-[18px]">
        <bdi>{member.name}</bdi>
      </h2>
      <p className="flex min-w-0 gap-1 text-meta text-muted" title={where.join(' · ')}>
        <span className="shrink-0">{PLATFORM_NAMES[channel.platform]} ·</span>
        <ChannelLabel channel={channel} className="shrink-[2]" />
        <span className="truncate">· {number}</span>
      </p>
    </div>
  )
}

function ResolveButton({ ownership }: { ownership: Ownership }) {
  const Icon = ownership.resolved ? RotateCcw : Check
  const label = ownership.resolved ? 'Reopen' : 'Resolve'
  return (
    <Button
      variant={ownership.resolved ? 'secondary' : 'primary'}
      pending={ownership.isResolving}
      onClick={ownership.toggleResolved}
      className="max-md:size-11 max-md:border-transparent max-md:bg-transparent max-md:px-0 max-md:text-accent-ink"
    >
      <Icon aria-hidden className="size-5 md:hidden" />
      <span className="max-md:sr-only">{label}</span>
      <Kbd>E</Kbd>
    </Button>
  )
}
