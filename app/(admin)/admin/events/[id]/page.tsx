import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EventPage } from '@/components/admin/log/event-page'
import { pageTranslator } from '@/lib/auth/page-reader'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTranslator()
  return { title: t('signIn.page.event') }
}

export default async function OneEventPage({ params }: { params: Promise<{ id: string }> }) {
  const id = Number((await params).id)
  if (!Number.isSafeInteger(id) || id < 1) notFound()
  return <EventPage id={id} />
}
