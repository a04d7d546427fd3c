import type { Metadata } from 'next'
import { ChannelPage } from '@/components/admin/channel/channel-page'

export const metadata: Metadata = { title: 'Channel · stella-inbox' }

export default async function OneChannelPage({ params }: { params: Promise<{ id: string }> }) {
  return <ChannelPage id={(await params).id} />
}
