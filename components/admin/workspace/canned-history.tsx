'use client'

import { z } from 'zod'
import type { CannedReply } from '@/lib/domain/reply/canned-reply'
import { cannedReplyInputSchema } from '@/lib/domain/reply/schema/canned-reply-schema'
import type { Translator } from '@/lib/i18n/translator'
import { useTranslator } from '@/lib/i18n/use-translator'
import { HistoryDialog } from './history-dialog'

/** Every version of a canned reply. */
export function CannedHistory({ reply, onClose }: { reply: CannedReply; onClose: () => void }) {
  const { t } = useTranslator()
  return (
    <HistoryDialog
      of={{ of: 'canned-reply', id: reply.id }}
      title={t('workspace.history.of', { name: reply.title })}
      onClose={onClose}
      show={(value) => toWords(value, t)}
    />
  )
}

function toWords(value: unknown, t: Translator['t']): string {
  const parsed = z.safeParse(cannedReplyInputSchema, value)
  if (!parsed.success) return ''
  const { title, folder, texts } = parsed.data
  const head = folder ? `${folder} / ${title}` : title
  return [head, ...texts.map((each) => t('workspace.canned.version', each))].join('\n')
}
