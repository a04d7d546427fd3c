import type { Metadata } from 'next'
import { TextsPage } from '@/components/admin/house/texts-page'

export const metadata: Metadata = { title: 'Automatic messages · stella-inbox' }

export default function AdminTextsPage() {
  return <TextsPage />
}
