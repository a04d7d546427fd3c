import { HealthPage } from '@/components/admin/health/health-page'

export default function AdminHealthPage() {
  return <HealthPage />
}
