import type { Metadata } from 'next'
import { IntegrationsPage } from '@/components/admin/channel/integrations/integrations-page'

export const metadata: Metadata = { title: 'Integrations · stella-inbox' }

export default IntegrationsPage
