import type { Metadata } from 'next'
import { ConnectPage } from '@/components/admin/channel/connect-page'

export const metadata: Metadata = { title: 'Connect a channel · stella-inbox' }

export default ConnectPage
