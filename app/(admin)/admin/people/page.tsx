import type { Metadata } from 'next'
import { PeoplePage } from '@/components/admin/people/people-page'
import { pageTranslator } from '@/lib/auth/page-reader'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTranslator()
  return { title: t('signIn.page.people') }
}

export default function AdminPeoplePage() {
  return <PeoplePage />
}
