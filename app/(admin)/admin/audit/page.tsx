import { AuditPage } from '@/components/admin/audit/audit-page'

export default function AdminAuditPage() {
  return <AuditPage />
}
