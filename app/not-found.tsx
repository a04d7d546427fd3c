import { Compass } from 'lucide-react'
import Link from 'next/link'
import { Notice } from '@/components/ui/feedback/notice'
import { FullPage } from '@/components/ui/full-page'
import { paths } from '@/lib/paths'

export default function NotFound() {
  return (
    <FullPage>
      <Notice
        icon={<Compass />}
        title="There is nothing at this address"
        action={
          <Link
            href={paths.inbox()}
            className="inline-flex h-10 items-center max-md:h-11 rounded-control bg-accent px-4 font-medium text-accent-text hover:bg-accent-strong"
          >
            Go to the inbox
          </Link>
        }
      >
        The link may be incomplete, or what it led to was removed.
      </Notice>
    </FullPage>
  )
}
