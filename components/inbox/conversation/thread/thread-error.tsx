'use client'

import { CircleAlert, Lock } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback/notice'
import { ApiError, failureOf } from '@/lib/client/api'
import type { Key } from '@/lib/i18n/message-catalogue'
import { useTranslator } from '@/lib/i18n/use-translator'

interface ThreadErrorProps {
  error: Error
  onRetry: () => void
  onBack: () => void
}

/** A thread that could not be loaded: why, and what can be done. */
export function ThreadError({ error, onRetry, onBack }: ThreadErrorProps) {
  const { t, say } = useTranslator()
  const status = error instanceof ApiError ? error.status : 0
  const { title, words } = WHY[status] ?? { title: 'conversation.thread.failed' }
  return (
    <div className="m-auto">
      <Notice
        urgent
        icon={status === 403 ? <Lock /> : <CircleAlert />}
        title={t(title)}
        action={
          status in WHY ? (
            <Button onClick={onBack}>{t('conversation.header.back')}</Button>
          ) : (
            <Button onClick={onRetry}>{t('common.retry')}</Button>
          )
        }
      >
        {words ? t(words) : say(failureOf(error))}
      </Notice>
    </div>
  )
}

type Words = Extract<Key, `conversation.thread.missing${string}`>

interface Why {
  title: Words | 'conversation.thread.failed' | 'conversation.thread.hidden'
  words?: Words
}

const MISSING: Why = {
  title: 'conversation.thread.missing',
  words: 'conversation.thread.missingText',
}

/** What asking again can't change, by status; without words, the server's own say it. */
const WHY: Record<number, Why> = {
  400: MISSING,
  403: { title: 'conversation.thread.hidden' },
  404: MISSING,
}
