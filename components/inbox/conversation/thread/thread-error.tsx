import { CircleAlert, Lock } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback/notice'
import { ApiError } from '@/lib/client/api'

interface ThreadErrorProps {
  error: Error
  onRetry: () => void
  onBack: () => void
}

/** A thread that could not be loaded: why, and what can be done. */
export function ThreadError({ error, onRetry, onBack }: ThreadErrorProps) {
  const status = error instanceof ApiError ? error.status : 0
  const { title, words } = WHY[status] ?? { title: 'The conversation could not be loaded' }
  return (
    <Notice
      urgent
      className="m-auto"
      icon={status === 403 ? <Lock /> : <CircleAlert />}
      title={title}
      action={
        status in WHY ? (
          <Button onClick={onBack}>Back to the list</Button>
        ) : (
          <Button onClick={onRetry}>Try again</Button>
        )
      }
    >
      {words ?? error.message}
    </Notice>
  )
}

const MISSING = {
  title: 'This conversation does not exist',
  words: 'It may have been removed, or the link is incomplete.',
}

/** What asking again can't change, by status; without words, the server's own say it. */
const WHY: Record<number, { title: string; words?: string }> = {
  400: MISSING,
  403: { title: 'This conversation is not open to you' },
  404: MISSING,
}
