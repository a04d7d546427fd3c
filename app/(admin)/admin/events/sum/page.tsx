import type { Metadata } from 'next'
import { SumsPage } from '@/components/admin/log/sums-page'

export const metadata: Metadata = { title: 'Delivery totals · stella-inbox' }

export default SumsPage
