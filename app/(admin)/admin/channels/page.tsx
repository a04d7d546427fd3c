import type { Metadata } from 'next'
import { ChannelsPage } from '@/components/admin/channel/channels-page'

export const metadata: Metadata = { title: 'Channels · stella-inbox' }

export default ChannelsPage
