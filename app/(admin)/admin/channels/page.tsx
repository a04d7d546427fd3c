import { ChannelsPage } from '@/components/admin/channels/channels-page'

export default ChannelsPage
