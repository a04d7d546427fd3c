import type { FullMessage } from '@/lib/domain/message/full-message'
import { AppError } from '@/lib/errors'
import { reason } from '@/lib/i18n/reason'

/** The agent wrote on a view that had grown old: these lines came meanwhile. */
export class MissedMessages extends AppError {
  constructor(readonly missed: FullMessage[]) {
    super('conflict', reason('reply.missed', { count: missed.length }))
  }
}
