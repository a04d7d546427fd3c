import { notFound, redirect } from 'next/navigation'
import { viewer } from '@/lib/auth/signed-in'
import { paths } from '@/lib/paths'

interface InboxPageProps {
  params: Promise<{ conversation?: string[] }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Guards the address; what it shows is drawn by the shell around it. */
export default async function InboxPage({ params, searchParams }: InboxPageProps) {
  const { conversation = [] } = await params
  if (conversation.length > 1) notFound()
  if (!(await viewer())) redirect(toSignIn(conversation[0], await searchParams))
  return null
}

function toSignIn(id: string | undefined, search: Awaited<InboxPageProps['searchParams']>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    if (typeof value === 'string') query.set(name, value)
  }
  const here = paths.inbox(id) + (query.size > 0 ? `?${query}` : '')
  return `${paths.signIn}?callbackUrl=${encodeURIComponent(here)}`
}
