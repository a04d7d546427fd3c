import type { Metadata } from 'next'
import { OutboxPage } from '@/components/inbox/reply/outbox/outbox-page'
import { OUTBOX_STATES } from '@/lib/domain/reply/outbox'

export const metadata: Metadata = { title: 'Outbox · stella-inbox' }

interface OutboxRouteProps {
  searchParams: Promise<{ state?: string }>
}

export default async function OutboxRoute({ searchParams }: OutboxRouteProps) {
  const { state } = await searchParams
  return <OutboxPage initial={OUTBOX_STATES.find((known) => known === state)} />
}
