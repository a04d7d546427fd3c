'use client'

import { X } from 'lucide-react'
import { MemberAvatar } from '@/components/shell/labels/member-avatar'
import { IconButton } from '@/components/ui/icon-button'
import { useConversation } from '@/lib/client/conversation/conversations'
import { useThread } from '@/lib/client/conversation/thread'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ConversationView } from '@/lib/view/conversation-view'
import { ConversationTags } from '../conversation/conversation-tags'
import { ThreadLinks } from '../media/gallery/thread-links'
import { ThreadMedia } from '../media/gallery/thread-media'
import { MarketingMark } from './marketing-mark'
import { MemberTags } from './member-tags'
import { PanelSkeleton } from './panel-skeleton'
import { toSinceWords } from './since-words'
import { StellaFacts } from './stella-facts'

interface MemberPanelProps {
  conversationId: string
  onClose: () => void
}

/** Who the member is: what Stella knows of them, and what they sent. Why there is none, the thread says. */
export function MemberPanel({ conversationId, onClose }: MemberPanelProps) {
  const { t } = useTranslator()
  const { data: conversation } = useConversation(conversationId)
  return (
    <aside
      aria-label={t('member.panel.label')}
      className="thin-scroll relative min-h-0 min-w-0 overflow-y-auto overscroll-contain border-l bg-surface p-5 max-md:border-l-0"
    >
      <IconButton
        label={t('member.panel.close')}
        keys="]"
        tooltipSide="left"
        onClick={onClose}
        className="absolute top-3 right-3"
      >
        <X className="size-4" />
      </IconButton>
      {conversation ? <MemberFacts conversation={conversation} /> : <PanelSkeleton />}
    </aside>
  )
}

function MemberFacts({ conversation }: { conversation: ConversationView }) {
  const { member } = conversation
  const { messages } = useThread(conversation.id)
  const { say, tag } = useTranslator()
  const since = toSinceWords(member, tag)
  return (
    <>
      <div className="flex items-center gap-3 pr-8">
        <MemberAvatar conversation={conversation} size={48} />
        <div className="min-w-0">
          <h2 className="line-clamp-2 font-semibold text-[15px] leading-5 [overflow-wrap:anywhere]">
            <bdi>{member.name}</bdi>
          </h2>
          {since && <p className="text-meta text-muted">{say(since)}</p>}
        </div>
      </div>
      {member.marketing && <MarketingMark {...member.marketing} />}
      <StellaFacts conversation={conversation} />
      <ConversationTags conversation={conversation} />
      <MemberTags tags={member.tags} />
      <ThreadMedia conversationId={conversation.id} messages={messages} />
      <ThreadLinks messages={messages} />
    </>
  )
}
