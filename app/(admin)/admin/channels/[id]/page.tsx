import { ChannelPage } from '@/components/admin/channels/channel-page'

export default async function OneChannelPage({ params }: { params: Promise<{ id: string }> }) {
  return <ChannelPage id={(await params).id} />
}
