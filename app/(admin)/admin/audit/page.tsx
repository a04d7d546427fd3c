import type { Metadata } from 'next'
import { AuditPage } from '@/components/admin/log/audit/audit-page'

export const metadata: Metadata = { title: 'Audit · stella-inbox' }

export default function AdminAuditPage() {
  return <AuditPage />
}
