'use client'

import { useMemo, useRef } from 'react'
import { DisconnectedBanner } from '@/components/inbox/channel/disconnected-banner'
import { withBotMessage } from '@/components/inbox/owner/bot-line'
import { OwnerNotice } from '@/components/inbox/owner/owner-notice'
import { useOwnership } from '@/components/inbox/owner/use-ownership'
import { Composer } from '@/components/inbox/reply/composer'
import { deferred } from '@/components/ui/deferred/deferred'
import { useThread } from '@/lib/client/conversation/thread'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ConversationView } from '@/lib/view/conversation-view'
import { ThreadHeader } from '../header/thread-header'
import { useTagging } from '../header/use-tagging'
import type { ThreadPaneProps } from './pane-props'
import { ThreadBody } from './thread-body'

const TagDialog = deferred(async () => (await import('../header/tag-dialog')).TagDialog)
const OwnershipDialogs = deferred(
  async () => (await import('@/components/inbox/owner/ownership-dialogs')).OwnershipDialogs,
)

/** The parts of an open conversation, from top to bottom. */
export function ThreadView({
  conversation: stored,
  ...props
}: ThreadPaneProps & { conversation: ConversationView }) {
  const { t } = useTranslator()
  const { messages } = useThread(stored.id)
  const conversation = useMemo(() => withBotMessage(stored, messages), [stored, messages])
  const box = useRef<HTMLTextAreaElement>(null)
  const ownership = useOwnership(conversation, props.viewer, box)
  const tagging = useTagging()
  return (
    <section
      aria-label={t('conversation.thread.with', { member: conversation.member.name })}
      className="flex min-h-0 min-w-0 flex-1 flex-col bg-bg"
    >
      <ThreadHeader
        {...props}
        conversation={conversation}
        ownership={ownership}
        onTag={tagging.open}
      />
      {!conversation.channel.authorized && (
        <DisconnectedBanner
          title={t('conversation.thread.disconnected', { channel: conversation.channel.name })}
        >
          {t('conversation.thread.disconnectedText', { member: conversation.member.name })}
        </DisconnectedBanner>
      )}
      <OwnerNotice conversation={conversation} viewer={props.viewer} ownership={ownership} />
      <ThreadBody conversation={conversation} viewer={props.viewer} />
      <Composer
        conversation={conversation}
        viewer={props.viewer}
        box={box}
        onTakeOver={ownership.noTakeOver ? undefined : ownership.takeOver}
        takingOver={ownership.isChanging}
      />
      {(ownership.picking || ownership.asking) && (
        <OwnershipDialogs conversation={conversation} viewer={props.viewer} ownership={ownership} />
      )}
      {tagging.isOpen && <TagDialog conversation={conversation} onClose={tagging.close} />}
    </section>
  )
}
