import { Plug } from 'lucide-react'
import Link from 'next/link'
import { Notice } from '@/components/ui/feedback/notice'
import { paths } from '@/lib/paths'

/** What comes before everything else: without a Stella app there is nothing to work with. */
export function NoConnection() {
  return (
    <Notice
      icon={<Plug />}
      title="Connect a Stella app first"
      action={
        <Link href={paths.admin.connections} className="text-accent-ink underline">
          To the connections
        </Link>
      }
    >
      This belongs to a connection, and there is none yet.
    </Notice>
  )
}
