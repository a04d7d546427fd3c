import type { Metadata } from 'next'
import { AuditPage } from '@/components/admin/log/audit/audit-page'
import { pageTranslator } from '@/lib/auth/page-reader'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTranslator()
  return { title: t('signIn.page.audit') }
}

export default function AdminAuditPage() {
  return <AuditPage />
}
