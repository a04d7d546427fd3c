import type { Metadata } from 'next'
import { TagsPage } from '@/components/admin/workspace/tags-page'

export const metadata: Metadata = { title: 'Tags · stella-inbox' }

export default function AdminTagsPage() {
  return <TagsPage />
}
