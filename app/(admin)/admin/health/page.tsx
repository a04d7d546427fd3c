import type { Metadata } from 'next'
import { HealthPage } from '@/components/admin/workspace/health/health-page'
import { pageTranslator } from '@/lib/auth/page-reader'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTranslator()
  return { title: t('signIn.page.health') }
}

export default function AdminHealthPage() {
  return <HealthPage />
}
