import type { Metadata } from 'next'
import { SumsPage } from '@/components/admin/log/sums-page'
import { pageTranslator } from '@/lib/auth/page-reader'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTranslator()
  return { title: t('signIn.page.deliveryTotals') }
}

export default SumsPage
