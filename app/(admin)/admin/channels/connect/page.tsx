import { ConnectPage } from '@/components/admin/channels/connect-page'

export default ConnectPage
