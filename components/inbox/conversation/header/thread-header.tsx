'use client'

import { ArrowLeft, Check, PanelRight, RotateCcw } from 'lucide-react'
import { toNumberWords } from '@/components/inbox/member/number-words'
import { OwnerStrip } from '@/components/inbox/owner/owner-strip'
import type { Ownership } from '@/components/inbox/owner/use-ownership'
import { ChannelLabel } from '@/components/shell/labels/channel-label'
import { PlatformMark } from '@/components/shell/labels/platform-mark'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Kbd } from '@/components/ui/kbd'
import { PLATFORM_NAMES } from '@/lib/domain/channel/channel'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ConversationView } from '@/lib/view/conversation-view'
import type { ThreadHeaderProps } from './header-props'
import { ThreadMenu } from './thread-menu'

/** One line: who, where, who answers, and what can be done. Where that is too narrow the owner strip has a line of its own. */
export function ThreadHeader(props: ThreadHeaderProps) {
  const { t } = useTranslator()
  const { conversation, viewer, ownership, panelOpen, onBack, onTogglePanel } = props
  return (
    <header className="@container/header border-b bg-surface">
      <div className="flex min-h-14 items-center gap-2 pr-3 pl-5 @max-[33rem]/header:flex-wrap @max-[33rem]/header:gap-y-1 @max-[33rem]/header:py-1.5 max-md:gap-y-0 max-md:pr-1 max-md:pl-1">
        <IconButton label={t('conversation.header.back')} className="md:hidden" onClick={onBack}>
          <ArrowLeft className="size-5" />
        </IconButton>
        <Identity conversation={conversation} />
        <div className="flex min-w-0 shrink @max-[33rem]/header:order-last @max-[33rem]/header:basis-full @max-[33rem]/header:*:flex-1 max-md:px-2 max-md:pt-1 max-md:pb-0.5">
          <OwnerStrip conversation={conversation} viewer={viewer} ownership={ownership} />
        </div>
        <ResolveButton ownership={ownership} />
        <div className="flex shrink-0 max-md:-ml-1">
          <IconButton
            label={
              panelOpen ? t('conversation.header.hidePanel') : t('conversation.header.showPanel')
            }
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

/**
 * The name gives way before the strip does: who answers matters more than the end of a long name. The line under it
 * does not: by channel and number members of one name are told apart.
 */
function Identity({ conversation: { member, channel } }: { conversation: ConversationView }) {
  const { say } = useTranslator()
  const number = say(toNumberWords(member, channel))
  const where = [say(PLATFORM_NAMES[channel.platform]), channel.name, number]
  return (
    <div className="min-w-max flex-1 @max-[33rem]/header:min-w-0">
      <h2 className="w-0 min-w-full truncate font-semibold leading-[18px]">
        <bdi>{member.name}</bdi>
      </h2>
      <p className="flex min-w-0 items-center gap-1 text-meta text-muted" title={where.join(' · ')}>
        <PlatformMark platform={channel.platform} className="size-3.5 shrink-0" />
        <ChannelLabel channel={channel} className="max-w-40 @max-[44rem]/header:max-w-28" />
        <span aria-hidden>·</span>
        <bdi className="max-w-36 truncate">{number}</bdi>
      </p>
    </div>
  )
}

/** A picture alone where there is no room for its word. */
function ResolveButton({ ownership }: { ownership: Ownership }) {
  const { t } = useTranslator()
  const Icon = ownership.resolved ? RotateCcw : Check
  const label = ownership.resolved
    ? t('conversation.header.reopen')
    : t('conversation.header.resolve')
  return (
    <Button
      pending={ownership.isResolving}
      onClick={ownership.toggleResolved}
      title={label}
      className="@max-[44rem]/header:aspect-square @max-[44rem]/header:px-0! max-md:border-transparent max-md:bg-transparent"
    >
      <Icon aria-hidden className="size-4 text-muted max-md:size-5 @min-[44rem]/header:hidden" />
      <span className="@max-[44rem]/header:sr-only">{label}</span>
      <span className="flex @max-[44rem]/header:hidden">
        <Kbd>E</Kbd>
      </span>
    </Button>
  )
}
