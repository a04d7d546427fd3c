import type { Metadata } from 'next'
import { SumsPage } from '@/components/admin/events/sums-page'

export const metadata: Metadata = { title: 'Where deliveries went · stella-inbox' }

export default SumsPage
