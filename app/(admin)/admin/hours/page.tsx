import { HoursPage } from '@/components/admin/house/hours-page'

export default function AdminHoursPage() {
  return <HoursPage />
}
