import { CloudAlert } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback/notice'
import { FullPage } from '@/components/ui/full-page'

interface ErrorScreenProps {
  title: string
  /** What to do about it, in a sentence or two. */
  children: string
  retry: string
  onRetry: () => void
}

/** A whole page for a screen that failed, in the words it is given. */
export function ErrorScreen({ title, children, retry, onRetry }: ErrorScreenProps) {
  return (
    <FullPage>
      <Notice
        urgent
        icon={<CloudAlert />}
        title={title}
        action={
          <Button variant="primary" size="lg" onClick={onRetry}>
            {retry}
          </Button>
        }
      >
        {children}
      </Notice>
    </FullPage>
  )
}
