import type { Metadata } from 'next'
import { IntegrationsPage } from '@/components/admin/channel/integrations/integrations-page'
import { pageTranslator } from '@/lib/auth/page-reader'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTranslator()
  return { title: t('signIn.page.integrations') }
}

export default IntegrationsPage
