import type { Metadata } from 'next'
import { HealthPage } from '@/components/admin/workspace/health/health-page'

export const metadata: Metadata = { title: 'Health · stella-inbox' }

export default function AdminHealthPage() {
  return <HealthPage />
}
