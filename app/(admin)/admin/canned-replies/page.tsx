import { CannedPage } from '@/components/admin/house/canned-page'

export default function AdminCannedPage() {
  return <CannedPage />
}
