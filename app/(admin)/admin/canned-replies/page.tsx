import type { Metadata } from 'next'
import { CannedPage } from '@/components/admin/workspace/canned-page'

export const metadata: Metadata = { title: 'Canned replies · stella-inbox' }

export default function AdminCannedPage() {
  return <CannedPage />
}
