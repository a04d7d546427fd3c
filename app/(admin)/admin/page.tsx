import type { Metadata } from 'next'
import { AdminOverview } from '@/components/admin/workspace/overview'
import { pageTranslator } from '@/lib/auth/page-reader'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTranslator()
  return { title: t('signIn.page.admin') }
}

export default function AdminHomePage() {
  return <AdminOverview />
}
