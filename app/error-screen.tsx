import { Notice } from '@/components/ui/feedback/notice'
import { FullPage } from '@/components/ui/full-page'
import { PlainSign } from './plain-sign'

interface ErrorScreenProps {
  title: string
  /** What to do about it, in a sentence or two. */
  children: string
  retry: string
  onRetry: () => void
}

/**
 * A whole page for a screen that failed, in the words it is given. Every page brings it along, so it is made of elements
 * alone: our button has tooltips and parts.
 */
export function ErrorScreen({ title, children, retry, onRetry }: ErrorScreenProps) {
  return (
    <FullPage>
      <Notice
        urgent
        icon={<PlainSign name="cloud" />}
        title={title}
        action={
          <button
            type="button"
            onClick={onRetry}
            className="h-10 rounded-control bg-accent px-4 font-medium text-accent-text hover:bg-accent-strong max-md:h-11"
          >
            {retry}
          </button>
        }
      >
        {children}
      </Notice>
    </FullPage>
  )
}
