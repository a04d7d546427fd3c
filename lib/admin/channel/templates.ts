import { randomUUID } from 'node:crypto'
import type { Context } from '@/lib/context'
import { findChannel } from '@/lib/db/channel/channels'
import {
  deleteTemplate,
  findTemplate,
  listTemplates,
  putTemplate,
} from '@/lib/db/channel/templates'
import { kindRefusedBecause } from '@/lib/domain/reply/sendable'
import type { Template, TemplateInput } from '@/lib/domain/reply/template'
import { AppError } from '@/lib/errors'
import { reason } from '@/lib/i18n/reason'
import { record } from '@/lib/log/fold'
import { inTurn } from '@/lib/log/turn'

/** The catalogue of a channel. Throws `not_found`. */
export async function listChannelTemplates(
  ctx: Context,
  channelId: string,
): Promise<{ items: Template[]; nextCursor: null }> {
  await getChannel(ctx, channelId)
  return { items: await listTemplates(ctx.sql, channelId), nextCursor: null }
}

/**
 * Writes a template into a channel's catalogue, in the log with who did it; with an id, in place of what stood there.
 * Throws `not_found`; `invalid` where the platform has no templates; `conflict` when name and language are taken.
 */
export async function saveTemplate(
  ctx: Context,
  agentId: string | undefined,
  channelId: string,
  template: TemplateInput,
  id?: string,
): Promise<Template> {
  const channel = await getChannel(ctx, channelId)
  const refused = kindRefusedBecause(channel.platform, 'template')
  if (refused) throw new AppError('invalid', refused)
  const saved = { id: id ?? randomUUID(), ...template }
  await inTurn(ctx, async (tx) => {
    if (id && !(await findTemplate(tx, channelId, id))) throw notFound()
    if (!(await putTemplate(tx, channelId, saved)))
      throw new AppError(
        'conflict',
        reason('channel.rule.templateTaken', {
          name: template.name,
          language: template.language,
        }),
      )
    await record(
      tx,
      { type: 'template.saved', templateId: saved.id, channelId, template },
      { channelId, agentId },
    )
  })
  return saved
}

/** Takes a template out of the catalogue; replies that were sent with it keep its wording. Throws `not_found`. */
export async function removeTemplate(
  ctx: Context,
  agentId: string,
  channelId: string,
  id: string,
): Promise<{ ok: true }> {
  await inTurn(ctx, async (tx) => {
    if (!(await deleteTemplate(tx, channelId, id))) throw notFound()
    await record(
      tx,
      { type: 'template.removed', templateId: id, channelId },
      { channelId, agentId },
    )
  })
  return { ok: true }
}

async function getChannel(ctx: Context, channelId: string) {
  const channel = await findChannel(ctx.sql, channelId)
  if (!channel) throw new AppError('not_found', reason('channel.rule.notFound'))
  return channel
}

function notFound() {
  return new AppError('not_found', reason('channel.rule.templateNotFound'))
}
