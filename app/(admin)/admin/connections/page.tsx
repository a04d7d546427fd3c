import type { Metadata } from 'next'
import { ConnectionsPage } from '@/components/admin/channel/connections/connections-page'
import { pageTranslator } from '@/lib/auth/page-reader'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTranslator()
  return { title: t('signIn.page.connections') }
}

export default ConnectionsPage
