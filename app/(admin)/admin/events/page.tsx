import type { Metadata } from 'next'
import { EventsPage } from '@/components/admin/events/events-page'

export const metadata: Metadata = { title: 'Events · stella-inbox' }

export default EventsPage
