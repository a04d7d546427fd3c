import { AdminOverview } from '@/components/admin/overview'

export default function AdminHomePage() {
  return <AdminOverview />
}
