import type { Metadata } from 'next'
import { EventsPage } from '@/components/admin/log/events-page'

export const metadata: Metadata = { title: 'Events · stella-inbox' }

export default EventsPage
