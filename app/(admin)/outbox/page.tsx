import type { Metadata } from 'next'
import { OutboxPage } from '@/components/outbox/outbox-page'

export const metadata: Metadata = { title: 'Outbox · stella-inbox' }

export default function OutboxRoute() {
  return <OutboxPage />
}
