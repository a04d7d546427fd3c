import type { Metadata } from 'next'
import { ConnectPage } from '@/components/admin/channel/connect-page'
import { pageTranslator } from '@/lib/auth/page-reader'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTranslator()
  return { title: t('signIn.page.connectChannel') }
}

export default ConnectPage
