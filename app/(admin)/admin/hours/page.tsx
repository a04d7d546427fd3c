import type { Metadata } from 'next'
import { HoursPage } from '@/components/admin/workspace/hours-page'

export const metadata: Metadata = { title: 'Business hours · stella-inbox' }

export default function AdminHoursPage() {
  return <HoursPage />
}
