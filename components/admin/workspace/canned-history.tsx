'use client'

import { z } from 'zod'
import type { CannedReply } from '@/lib/domain/reply/canned-reply'
import { cannedReplyInputSchema } from '@/lib/domain/reply/schema/canned-reply-schema'
import { HistoryDialog } from './history-dialog'

/** Every version of a canned reply. */
export function CannedHistory({ reply, onClose }: { reply: CannedReply; onClose: () => void }) {
  return (
    <HistoryDialog
      of={{ of: 'canned-reply', id: reply.id }}
      title={reply.title}
      onClose={onClose}
      show={toWords}
    />
  )
}

function toWords(value: unknown): string {
  const parsed = z.safeParse(cannedReplyInputSchema, value)
  if (!parsed.success) return ''
  const { title, folder, texts } = parsed.data
  const head = folder ? `${folder} / ${title}` : title
  return [head, ...texts.map(({ language, text }) => `${language}: ${text}`)].join('\n')
}
