import type { Metadata } from 'next'
import { CannedPage } from '@/components/admin/workspace/canned-page'
import { pageTranslator } from '@/lib/auth/page-reader'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTranslator()
  return { title: t('signIn.page.cannedReplies') }
}

export default function AdminCannedPage() {
  return <CannedPage />
}
