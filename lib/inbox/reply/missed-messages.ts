import type { FullMessage } from '@/lib/domain/message/full-message'
import { AppError } from '@/lib/errors'

/** The agent wrote on a view that had grown old: these lines came meanwhile. */
export class MissedMessages extends AppError {
  constructor(readonly missed: FullMessage[]) {
    const what = missed.length === 1 ? 'A new message' : `${missed.length} new messages`
    super('conflict', `${what} since you started writing.`)
  }
}
