import type { Metadata } from 'next'
import { ChannelsPage } from '@/components/admin/channel/channels-page'
import { pageTranslator } from '@/lib/auth/page-reader'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTranslator()
  return { title: t('signIn.page.channels') }
}

export default ChannelsPage
