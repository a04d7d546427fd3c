import type { Metadata } from 'next'
import { ProfilePage } from '@/components/admin/people/profile/profile-page'

export const metadata: Metadata = { title: 'My profile · stella-inbox' }

export default function AdminProfilePage() {
  return <ProfilePage />
}
