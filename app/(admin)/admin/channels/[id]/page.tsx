import type { Metadata } from 'next'
import { ChannelPage } from '@/components/admin/channel/channel-page'
import { pageTranslator } from '@/lib/auth/page-reader'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTranslator()
  return { title: t('signIn.page.channel') }
}

export default async function OneChannelPage({ params }: { params: Promise<{ id: string }> }) {
  return <ChannelPage id={(await params).id} />
}
