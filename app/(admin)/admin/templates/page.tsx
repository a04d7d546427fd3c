import type { Metadata } from 'next'
import { TemplatesPage } from '@/components/admin/templates/templates-page'
import { listChannels } from '@/lib/db/channels'
import { kindRefusedBecause } from '@/lib/domain/sendable'
import { getRuntime } from '@/lib/runtime'

export const metadata: Metadata = { title: 'Templates · stella-inbox' }

/** The catalogue of WhatsApp templates. Names of channels are no secret; what is in a catalogue its routes guard. */
export default async function AdminTemplatesPage() {
  const channels = await listChannels(getRuntime().ctx)
  const able = channels
    .filter(({ platform }) => !kindRefusedBecause(platform, 'template'))
    .map(({ id, name, platform, authorized }) => ({ id, name, platform, authorized }))
  return <TemplatesPage channels={able} />
}
