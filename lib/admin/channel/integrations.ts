import { z } from 'zod'
import type { Context } from '@/lib/context'
import type { MaskedIntegration } from '@/lib/domain/channel/connection'
import { credentialsToRepeat, maskValue } from '@/lib/domain/channel/credentials'
import { AppError } from '@/lib/errors'
import { reason, schemaMessage } from '@/lib/i18n/reason'
import { note } from '@/lib/log/turn'
import * as stella from '@/lib/stella/api/integration-calls'
import { reachConnection, requireOk } from './reach-connection'

const FIELDS_MAX = 100

const fieldsSchema = z
  .record(z.string().min(1, schemaMessage('connection.rule.fieldNameMissing')).max(200), z.json())
  .refine(
    (fields) => Object.keys(fields).length <= FIELDS_MAX,
    schemaMessage('connection.rule.fieldsMax', { max: FIELDS_MAX }),
  )
  .refine((fields) => !('id' in fields), schemaMessage('connection.rule.fieldReserved'))

export const createSchema = z.object({
  fields: fieldsSchema.refine(
    (fields) => Object.keys(fields).length > 0,
    schemaMessage('connection.rule.fieldMissing'),
  ),
})

/** What to change of an integration: fields to set, and names to take away. The rest stays as Stella has it. */
export const replaceSchema = z.object({
  set: fieldsSchema.default({}),
  remove: z.array(z.string().max(200)).max(FIELDS_MAX).default([]),
})

/** What Stella keeps under this connection, whoever made it. Throws `not_found`, `conflict`, `unavailable`. */
export async function listIntegrations(ctx: Context, connectionId: string) {
  const { integrations, method } = await readList(ctx, connectionId)
  const items: MaskedIntegration[] = integrations.map(toMasked)
  return { items, nextCursor: null, method }
}

/** Makes an integration at Stella; the log gets the names of its fields and nothing they hold. */
export async function createIntegration(
  ctx: Context,
  agentId: string,
  connectionId: string,
  { fields }: z.infer<typeof createSchema>,
): Promise<MaskedIntegration> {
  return toMasked(await create(ctx, agentId, connectionId, fields))
}

/**
 * Stella can't change an integration (Facts §5.1 names no such call): one with the changed fields is made, under a new
 * id, and then the old one is deleted. If that fails both are there, which the message says.
 */
export async function replaceIntegration(
  ctx: Context,
  agentId: string,
  connectionId: string,
  integrationId: string,
  { set, remove }: z.infer<typeof replaceSchema>,
): Promise<MaskedIntegration> {
  const { integrations } = await readList(ctx, connectionId)
  const old = integrations.find(({ id }) => id === integrationId)
  if (!old) throw new AppError('not_found', reason('connection.rule.integrationGone'))
  const repeated = credentialsToRepeat(old.fields, { set, remove })
  if (repeated.length > 0)
    throw new AppError(
      'invalid',
      reason('connection.rule.credentialsAgain', { names: { list: repeated } }),
    )
  const fields = { ...without(old.fields, remove), ...set }
  if (Object.keys(fields).length === 0)
    throw new AppError('invalid', reason('connection.rule.fieldLast'))
  const made = await create(ctx, agentId, connectionId, fields, integrationId)
  await removeAtStella(ctx, connectionId, integrationId).catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error
    throw new AppError(
      error.code,
      reason('connection.rule.integrationOldStays', { id: made.id, why: error.reason }),
    )
  })
  await noteDeleted(ctx, agentId, connectionId, integrationId)
  return toMasked(made)
}

/** Throws `conflict` when Stella refuses, such as for one that is gone. */
export async function deleteIntegration(
  ctx: Context,
  agentId: string,
  connectionId: string,
  integrationId: string,
): Promise<{ id: string }> {
  await removeAtStella(ctx, connectionId, integrationId)
  await noteDeleted(ctx, agentId, connectionId, integrationId)
  return { id: integrationId }
}

async function removeAtStella(ctx: Context, connectionId: string, integrationId: string) {
  const connection = await reachConnection(ctx, connectionId)
  requireOk(await stella.dropIntegration(connection, integrationId), 'integration:delete')
}

async function noteDeleted(
  ctx: Context,
  agentId: string,
  connectionId: string,
  integrationId: string,
) {
  const fact = { type: 'integration.deleted', connectionId, integrationId } as const
  await note(
    ctx,
    fact,
    { agentId },
    reason('connection.rule.integrationDeleted', { id: integrationId }),
  )
}

async function readList(ctx: Context, connectionId: string) {
  const connection = await reachConnection(ctx, connectionId)
  return requireOk(await stella.fetchIntegrations(connection), 'integration:read')
}

async function create(
  ctx: Context,
  agentId: string,
  connectionId: string,
  fields: Record<string, unknown>,
  replaces?: string,
): Promise<stella.Integration> {
  const connection = await reachConnection(ctx, connectionId)
  const outcome = await stella.postIntegration(connection, fields)
  const { integrationId } = requireOk(outcome, 'integration:write')
  if (!integrationId) throw new AppError('unavailable', reason('connection.rule.integrationNoId'))
  const fact = { connectionId, integrationId, fields: Object.keys(fields), replaces }
  const done = replaces
    ? reason('connection.rule.integrationBoth', { id: integrationId, old: replaces })
    : reason('connection.rule.integrationCreated', { id: integrationId })
  await note(ctx, { type: 'integration.created', ...fact }, { agentId }, done)
  return { id: integrationId, fields }
}

function without(fields: Record<string, unknown>, names: string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)))
}

function toMasked({ id, fields }: stella.Integration): MaskedIntegration {
  const shown = Object.entries(fields).map(([name, value]) => [name, maskValue(name, value)])
  return { id, fields: Object.fromEntries(shown) }
}
