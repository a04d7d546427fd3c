import { IntegrationsPage } from '@/components/admin/integrations/integrations-page'

export default IntegrationsPage
