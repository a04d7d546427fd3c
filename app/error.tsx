'use client'

import { CloudAlert } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback/notice'
import { FullPage } from '@/components/ui/full-page'

interface ErrorPageProps {
  error: Error & { digest?: string }
  reset: () => void
}

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <FullPage>
      <Notice
        urgent
        icon={<CloudAlert />}
        title="This screen stopped working"
        action={
          <Button variant="primary" size="lg" onClick={reset}>
            Try again
          </Button>
        }
      >
        Nothing you sent is lost. If it happens again, tell your admin
        {error.digest ? ` this number: ${error.digest}.` : ' what you were doing.'}
      </Notice>
    </FullPage>
  )
}
