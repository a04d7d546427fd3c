import { asId, asObject, asObjects, type JsonObject } from '../reading/json'
import { call, type StellaConnection } from './call'
import type { StellaOutcome } from './call-outcome'

/** An integration as Stella keeps it: its id there, and the fields that somebody chose freely. */
export interface Integration {
  id: string
  fields: JsonObject
}

/** Where versions put an integration's id; the page only says that `id` is reserved. */
const ID_NAMES = ['id', '_id', 'integrationId'] as const

/**
 * `GET /integrations`, and `POST` where that answers 404 or 405: the page says the one, public code does the other
 * (Facts §5.2). `method` tells which of the two this Stella speaks.
 */
export async function fetchIntegrations(
  connection: StellaConnection,
): Promise<StellaOutcome<{ integrations: Integration[]; method: 'GET' | 'POST' }>> {
  const got = await call(connection, connection.restUrl, '/integrations', {})
  const mayBePost = got.kind === 'refused' && (got.status === 404 || got.status === 405)
  if (!mayBePost) return toList(got, 'GET')
  const posted = await call(connection, connection.restUrl, '/integrations', {
    method: 'POST',
    body: {},
  })
  return toList(posted, 'POST')
}

/** `PUT /integration` makes a new one (custom-inbox-integration.txt "Create Integration"). The fields may not name `id`. */
export async function postIntegration(
  connection: StellaConnection,
  fields: JsonObject,
): Promise<StellaOutcome<{ integrationId?: string }>> {
  const outcome = await call(connection, connection.restUrl, '/integration', {
    method: 'PUT',
    body: fields,
  })
  if (outcome.kind !== 'ok') return outcome
  return { kind: 'ok', value: { integrationId: asId(outcome.value.integrationId) } }
}

/** `DELETE /integration/:integrationId` (custom-inbox-integration.txt "Delete Integration"). */
export async function dropIntegration(
  connection: StellaConnection,
  integrationId: string,
): Promise<StellaOutcome<object>> {
  const path = `/integration/${encodeURIComponent(integrationId)}`
  return call(connection, connection.restUrl, path, { method: 'DELETE' })
}

function toList(
  outcome: StellaOutcome<JsonObject>,
  method: 'GET' | 'POST',
): StellaOutcome<{ integrations: Integration[]; method: 'GET' | 'POST' }> {
  if (outcome.kind !== 'ok') return outcome
  const integrations = asObjects(outcome.value.integrations).flatMap((given) => {
    const name = ID_NAMES.find((each) => asId(given[each]) !== undefined)
    const id = name && asId(given[name])
    if (!name || !id) return []
    const { [name]: _, ...fields } = given
    return [{ id, fields: asObject(fields) ?? {} }]
  })
  return { kind: 'ok', value: { integrations, method } }
}
