'use client'

import { Info, TriangleAlert, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import type { Viewer } from '@/lib/domain/people/viewer'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ConversationView } from '@/lib/view/conversation-view'
import { toOwnerNotice } from './owner-notice-words'
import { useClock } from './use-clock'
import type { Ownership } from './use-ownership'

interface OwnerNoticeProps {
  conversation: ConversationView
  viewer: Viewer
  ownership: Ownership
}

/** Notices that were dismissed in this tab; what they told has been read. */
const away = new Set<string>()

const TONES = {
  wait: 'bg-wait-soft text-wait',
  bad: 'bg-bad-soft text-bad',
  quiet: 'bg-sunken text-muted',
}

/** One line under the header when somebody else answers than one has to think. */
export function OwnerNotice({ conversation, viewer, ownership }: OwnerNoticeProps) {
  const { t, say } = useTranslator()
  const clock = useClock()
  const [, setDismissed] = useState<string>()
  const notice = toOwnerNotice(conversation, viewer.id, clock)
  if (!notice || away.has(notice.key)) return null
  const Icon = notice.tone === 'quiet' ? Info : TriangleAlert
  const dismiss = () => {
    away.add(notice.key)
    setDismissed(notice.key)
  }
  return (
    <div
      role="alert"
      className={`animate-appear flex min-h-10 items-center gap-2.5 border-b py-1 pr-2 pl-5 text-list max-md:pr-1 max-md:pl-3 ${TONES[notice.tone]}`}
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      <p className="min-w-0 flex-1 py-1 [overflow-wrap:anywhere]">{say(notice.words)}</p>
      {!ownership.noTakeOver && conversation.owner !== 'agent' && (
        <Button pending={ownership.isChanging} onClick={ownership.takeOver}>
          {conversation.owner === 'bot'
            ? t('owner.action.takeOverAgain')
            : t('owner.action.takeOver')}
        </Button>
      )}
      {!notice.passing && (
        <IconButton label={t('owner.notice.dismiss')} tooltipSide="bottom" onClick={dismiss}>
          <X className="size-4" />
        </IconButton>
      )}
    </div>
  )
}
