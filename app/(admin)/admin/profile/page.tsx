import { ProfilePage } from '@/components/admin/profile/profile-page'

export default function AdminProfilePage() {
  return <ProfilePage />
}
