import { z } from 'zod'
import { aboutOf, lookUpMember, putLiveChat, toStellaMember } from '../day/members'
import { answerUnder } from '../faults'
import { type Answer, type Route, toJsonAnswer } from '../router'
import type { World } from '../simulated-world'
import type { Integration, Member, Token } from '../state'
import { newIntegrationId } from '../stella-ids'
import { type ApiCall, api, Refusal, refuseRest } from './access'

const BASE = '/vnext/rest'

/** Member and Integration API of custom-inbox-integration.txt; the list also answers POST (Facts §5.2). */
export function restRoutes(world: World): Route[] {
  const allowed = (
    scopes: string[],
    work: (world: World, call: ApiCall) => Answer | Promise<Answer>,
  ) => api(world, refuseRest, ['admin:app', 'api:admin', ...scopes], (call) => work(world, call))
  const list = allowed(['integration:admin', 'integration:read'], listIntegrations)
  const integration = `${BASE}/integration`
  return [
    {
      method: 'GET',
      pattern: `${BASE}/member`,
      handler: allowed(['member:admin', 'member:read'], getMember),
    },
    {
      method: 'PATCH',
      pattern: `${BASE}/member/live_chat`,
      handler: allowed(['member:admin', 'member:write'], toggleLiveChat),
    },
    {
      method: 'PUT',
      pattern: integration,
      handler: allowed(['integration:admin', 'integration:write'], createIntegration),
    },
    {
      method: 'DELETE',
      pattern: `${integration}/:integrationId`,
      handler: allowed(['integration:admin', 'integration:delete'], deleteIntegration),
    },
    { method: 'GET', pattern: `${BASE}/integrations`, handler: list },
    { method: 'POST', pattern: `${BASE}/integrations`, handler: list },
  ]
}

function getMember(world: World, { query, token }: ApiCall) {
  const memberId = query.get('member_id') ?? undefined
  const externalId = query.get('external_id') ?? undefined
  const member = requireMember(world, token, { memberId, externalId }, 'external_id or member_id')
  return answerUnder(world.faults.take('member', aboutOf(member)), refuseRest, () =>
    toJsonAnswer(200, { ok: 1, member: toStellaMember(world, member) }),
  )
}

const liveChatBody = z.object({
  externalId: z.string().optional(),
  memberId: z.string().optional(),
  liveChat: z.boolean(),
})

function toggleLiveChat(world: World, { body, token }: ApiCall) {
  const parsed = liveChatBody.safeParse(body)
  if (!parsed.success) throw new Refusal('liveChat must be true or false.')
  const member = requireMember(world, token, parsed.data, 'externalId or memberId')
  return answerUnder(world.faults.take('live_chat', aboutOf(member)), refuseRest, () => {
    putLiveChat(world, member, parsed.data.liveChat)
    return toJsonAnswer(200, { ok: 1, memberId: member.id })
  })
}

function requireMember(
  world: World,
  token: Token,
  by: { memberId?: string; externalId?: string },
  names: string,
): Member {
  if (!by.memberId && !by.externalId) throw new Refusal(`Either ${names} is required.`)
  const member = lookUpMember(world, { ...by, app: token.app })
  if (!member) throw new Refusal('Member not found.')
  return member
}

function createIntegration(world: World, { body, token }: ApiCall): Answer {
  const parsed = z.record(z.string(), z.unknown()).safeParse(body)
  if (!parsed.success) throw new Refusal('The integration must be a JSON object.')
  if ('id' in parsed.data) throw new Refusal('The field id is reserved for internal use.')
  const integration = { id: newIntegrationId(), app: token.app, fields: parsed.data }
  world.state.integrations.push(integration)
  world.save()
  return toJsonAnswer(200, { ok: 1, integrationId: integration.id })
}

function deleteIntegration(world: World, { params, token }: ApiCall): Answer {
  const integration = visibleTo(world, token).find(({ id }) => id === params.integrationId)
  if (!integration) throw new Refusal('Integration not found.')
  world.state.integrations = world.state.integrations.filter(({ id }) => id !== integration.id)
  world.save()
  return toJsonAnswer(200, { ok: 1 })
}

function listIntegrations(world: World, { query, token }: ApiCall): Answer {
  const wanted = query.get('integrationId')
  const integrations = visibleTo(world, token)
    .filter(({ id }) => !wanted || id === wanted)
    .map(({ id, fields }) => ({ id, ...fields }))
  return toJsonAnswer(200, { ok: 1, integrations })
}

function visibleTo(world: World, token: Token): Integration[] {
  return world.state.integrations.filter(({ app }) => !token.app || app === token.app)
}
