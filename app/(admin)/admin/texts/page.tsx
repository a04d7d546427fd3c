import type { Metadata } from 'next'
import { TextsPage } from '@/components/admin/workspace/texts-page'

export const metadata: Metadata = { title: 'Automatic messages · stella-inbox' }

export default function AdminTextsPage() {
  return <TextsPage />
}
