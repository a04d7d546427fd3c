import type { Metadata } from 'next'
import { TemplatesPage } from '@/components/admin/channel/templates/templates-page'
import { ReplyPreview } from '@/components/inbox/reply/extras/reply-preview'
import { pageTranslator } from '@/lib/auth/page-reader'
import { viewer } from '@/lib/auth/signed-in'
import { listChannels } from '@/lib/db/channel/channels'
import { hiddenBecause } from '@/lib/domain/permissions'
import { kindRefusedBecause } from '@/lib/domain/reply/sendable'
import { getRuntime } from '@/lib/runtime'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTranslator()
  return { title: t('signIn.page.templates') }
}

/** The catalogue of WhatsApp templates of the channels that this person sees; what is in a catalogue its routes guard. */
export default async function AdminTemplatesPage() {
  const person = await viewer()
  const channels = await listChannels(getRuntime().ctx.sql)
  const able = channels
    .filter(({ id }) => person && !hiddenBecause(person, id))
    .filter(({ platform }) => !kindRefusedBecause(platform, 'template'))
    .map(({ id, name, platform, authorized }) => ({ id, name, platform, authorized }))
  return <TemplatesPage channels={able} Preview={ReplyPreview} />
}
