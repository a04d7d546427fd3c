import type { Metadata } from 'next'
import { AdminOverview } from '@/components/admin/workspace/overview'

export const metadata: Metadata = { title: 'Admin · stella-inbox' }

export default function AdminHomePage() {
  return <AdminOverview />
}
