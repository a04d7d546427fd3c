import type { Metadata } from 'next'
import { ProfilePage } from '@/components/admin/people/profile/profile-page'
import { pageTranslator } from '@/lib/auth/page-reader'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTranslator()
  return { title: t('signIn.page.profile') }
}

export default function AdminProfilePage() {
  return <ProfilePage />
}
