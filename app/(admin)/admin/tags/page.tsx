import { TagsPage } from '@/components/admin/house/tags-page'

export default function AdminTagsPage() {
  return <TagsPage />
}
