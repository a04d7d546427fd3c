import type { Metadata } from 'next'
import { HoursPage } from '@/components/admin/workspace/hours-page'
import { pageTranslator } from '@/lib/auth/page-reader'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTranslator()
  return { title: t('signIn.page.openingHours') }
}

export default function AdminHoursPage() {
  return <HoursPage />
}
