import { OutboxPage } from '@/components/outbox/outbox-page'

export default function OutboxRoute() {
  return <OutboxPage />
}
