import type { Metadata } from 'next'
import { PeoplePage } from '@/components/admin/people/people-page'

export const metadata: Metadata = { title: 'People · stella-inbox' }

export default function AdminPeoplePage() {
  return <PeoplePage />
}
