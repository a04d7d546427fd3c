import type { Metadata } from 'next'
import { CannedPage } from '@/components/admin/house/canned-page'

export const metadata: Metadata = { title: 'Canned replies · stella-inbox' }

export default function AdminCannedPage() {
  return <CannedPage />
}
