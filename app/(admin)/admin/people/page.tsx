import { PeoplePage } from '@/components/admin/people/people-page'

export default function AdminPeoplePage() {
  return <PeoplePage />
}
