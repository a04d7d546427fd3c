import { CircleAlert } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { ApiError } from '@/lib/client/api'

interface ThreadErrorProps {
  error: Error
  onRetry: () => void
  onBack: () => void
}

/** A thread that could not be loaded: why, and what can be done. */
export function ThreadError({ error, onRetry, onBack }: ThreadErrorProps) {
  const gone = error instanceof ApiError && error.status === 404
  return (
    <Notice
      urgent
      className="m-auto"
      icon={<CircleAlert />}
      title={gone ? 'This conversation does not exist' : 'The conversation could not be loaded'}
      action={
        gone ? (
          <Button onClick={onBack}>Back to the list</Button>
        ) : (
          <Button onClick={onRetry}>Try again</Button>
        )
      }
    >
      {gone ? 'It may have been removed, or the link is incomplete.' : error.message}
    </Notice>
  )
}
