import type { Metadata } from 'next'
import { OutboxPage } from '@/components/inbox/reply/outbox/outbox-page'
import { pageTranslator } from '@/lib/auth/page-reader'
import { OUTBOX_STATES } from '@/lib/domain/reply/outbox'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTranslator()
  return { title: t('signIn.page.outbox') }
}

interface OutboxRouteProps {
  searchParams: Promise<{ state?: string }>
}

export default async function OutboxRoute({ searchParams }: OutboxRouteProps) {
  const { state } = await searchParams
  return <OutboxPage initial={OUTBOX_STATES.find((known) => known === state)} />
}
