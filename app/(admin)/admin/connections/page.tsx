import type { Metadata } from 'next'
import { ConnectionsPage } from '@/components/admin/channel/connections/connections-page'

export const metadata: Metadata = { title: 'Connections · stella-inbox' }

export default ConnectionsPage
