import { saveTemplate } from '@/lib/admin/channel/templates'
import type { Context } from '@/lib/context'
import { findChannelByStellaId } from '@/lib/db/channel/channels'
import { templateSchema } from '@/lib/domain/reply/schema/template-schema'
import type { TemplateInput } from '@/lib/domain/reply/template'
import { DEMO_CHANNELS } from './demo-cast'

const THANKS = { type: 'answer', title: 'Thanks' } as const

/** What the demo's shop has had approved, so that its agents can write after 24 hours. */
const DEMO_TEMPLATES: TemplateInput[] = [
  {
    name: 'order_update',
    language: 'en',
    header: { format: 'text', text: 'Order {{1}}' },
    body: 'Hello {{1}}, your parcel arrives {{2}}.',
    footer: 'Shop HK',
    buttons: [THANKS],
  },
  {
    name: 'order_update',
    language: 'zh_HK',
    header: { format: 'text', text: '訂單 {{1}}' },
    body: '{{1}} 您好，您的包裹將於 {{2}} 送達。',
    footer: 'Shop HK',
    buttons: [{ type: 'answer', title: '謝謝' }],
  },
  {
    name: 'are_you_still_there',
    language: 'en',
    body: 'Hello {{1}}, we have an answer to your question. Write back and we go on.',
    buttons: [],
  },
].map((template) => templateSchema.parse(template))

/** Writes them down for every WhatsApp channel of the demo, by the same verb an admin uses. */
export async function addDemoTemplates(context: Context) {
  for (const { platform, stellaId } of DEMO_CHANNELS.filter(isWhatsapp)) {
    const channel = await findChannelByStellaId(context.sql, platform, stellaId)
    if (!channel) continue
    for (const template of DEMO_TEMPLATES)
      await saveTemplate(context, undefined, channel.id, template)
  }
}

function isWhatsapp({ platform }: (typeof DEMO_CHANNELS)[number]): boolean {
  return platform === 'whatsapp'
}
