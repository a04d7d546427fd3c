import { ConnectionsPage } from '@/components/admin/connections/connections-page'

export default ConnectionsPage
