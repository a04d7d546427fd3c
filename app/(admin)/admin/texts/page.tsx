import type { Metadata } from 'next'
import { TextsPage } from '@/components/admin/workspace/texts-page'
import { pageTranslator } from '@/lib/auth/page-reader'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTranslator()
  return { title: t('signIn.page.automaticMessages') }
}

export default function AdminTextsPage() {
  return <TextsPage />
}
