import type { Metadata } from 'next'
import { EventsPage } from '@/components/admin/log/events-page'
import { pageTranslator } from '@/lib/auth/page-reader'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTranslator()
  return { title: t('signIn.page.eventLog') }
}

export default EventsPage
