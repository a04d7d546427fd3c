import { TextsPage } from '@/components/admin/house/texts-page'

export default function AdminTextsPage() {
  return <TextsPage />
}
