import type { Metadata } from 'next'
import { QuarantinePage } from '@/components/admin/log/quarantine-page'
import { pageTranslator } from '@/lib/auth/page-reader'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTranslator()
  return { title: t('signIn.page.quarantine') }
}

export default QuarantinePage
