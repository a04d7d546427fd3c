import type { Metadata } from 'next'
import { TagsPage } from '@/components/admin/workspace/tags-page'
import { pageTranslator } from '@/lib/auth/page-reader'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTranslator()
  return { title: t('signIn.page.tags') }
}

export default function AdminTagsPage() {
  return <TagsPage />
}
