import type { z } from 'zod'
import type { DayPlayer } from '../day/day'
import { PIECES } from '../media/catalogue'
import {
  type Answer,
  type Call,
  type Handler,
  type Route,
  readJsonBody,
  toJsonAnswer,
} from '../router'
import type { World } from '../simulated-world'
import { newToken } from '../stella-ids'
import { getChannels, putChannel, removeChannel } from './control-channels'
import { deauthorize, sendRaw } from './control-deliveries'
import { flipLiveChat, happen, read, relay, say, showMember } from './control-members'
import { ControlError } from './error'
import * as schemas from './schemas'

/** What tests, the demo and the product's launcher ask of the simulator itself; Stella has nothing of it. */
export function controlRoutes(world: World, day: DayPlayer): Route[] {
  const channel = '/control/channels/:stellaId'
  return [
    route('GET', '/control/ready', () => ({ ok: 1, pending: world.webhooks.pending().length })),
    route('GET', '/control/channels', () => getChannels(world)),
    routeWith('PUT', channel, schemas.channelBody, (body, { params }) =>
      putChannel(world, params.stellaId ?? '', body),
    ),
    route('DELETE', channel, ({ params }) => removeChannel(world, params.stellaId ?? '')),
    routeWith('POST', '/control/say', schemas.sayBody, (body) => say(world, body)),
    routeWith('POST', '/control/relay', schemas.relayBody, (body) => relay(world, body)),
    routeWith('POST', '/control/happenings', schemas.happeningBody, (body) => happen(world, body)),
    routeWith('POST', '/control/read', schemas.readBody, (body) => read(world, body)),
    route('GET', '/control/members/:externalId', ({ params, query }) =>
      showMember(world, query.get('channel') ?? undefined, params.externalId ?? ''),
    ),
    routeWith(
      'PUT',
      '/control/members/:externalId/live-chat',
      schemas.liveChatBody,
      (body, { params }) => flipLiveChat(world, params.externalId ?? '', body),
    ),
    routeWith('POST', '/control/faults', schemas.faultBody, (body) => {
      world.faults.add(body)
      return { ok: 1, faults: world.faults.list() }
    }),
    route('DELETE', '/control/faults', () => {
      world.faults.clear()
      return { ok: 1 }
    }),
    routeWith('PUT', '/control/limit', schemas.limitBody, (body) => {
      world.limits.set(body)
      return { ok: 1 }
    }),
    route('DELETE', '/control/limit', () => {
      world.limits.set(undefined)
      return { ok: 1 }
    }),
    routeWith('POST', '/control/tokens', schemas.tokenBody, (body) => addToken(world, body)),
    routeWith('POST', '/control/deauthorize', schemas.deauthorizeBody, (body) =>
      deauthorize(world, body.channel),
    ),
    routeWith('POST', '/control/send-raw', schemas.rawBody, (body) => sendRaw(world, body)),
    routeWith('POST', '/control/day/start', schemas.dayBody, async (body) => {
      await day.start(body)
      return { ok: 1 }
    }),
    route('POST', '/control/day/stop', async () => {
      await day.stop()
      return { ok: 1 }
    }),
    route('GET', '/control/requests', ({ query }) => ({
      ok: 1,
      requests: world.requests.since(Number(query.get('since') ?? 0)),
    })),
    route('GET', '/control/media', () => ({
      ok: 1,
      pieces: PIECES.map(({ make: _, serve: __, ...piece }) => piece),
    })),
  ]
}

function addToken(world: World, { token, scopes, app }: z.infer<typeof schemas.tokenBody>) {
  const added = { token: token ?? newToken(), scopes, app }
  world.state.tokens = [...world.state.tokens.filter((known) => known.token !== added.token), added]
  world.save()
  return { ok: 1, token: added.token }
}

function route(
  method: string,
  pattern: string,
  work: (call: Call) => object | Promise<object>,
): Route {
  return { method, pattern, handler: answering(work) }
}

function routeWith<Body>(
  method: string,
  pattern: string,
  schema: z.ZodType<Body>,
  work: (body: Body, call: Call) => object | Promise<object>,
): Route {
  return route(method, pattern, (call) => {
    const parsed = schema.safeParse(readJsonBody(call.bytes) ?? {})
    if (parsed.success) return work(parsed.data, call)
    const reasons = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    throw new ControlError(400, reasons.join('; '))
  })
}

function answering(work: (call: Call) => object | Promise<object>): Handler {
  return async (call): Promise<Answer> => {
    try {
      return toJsonAnswer(200, await work(call))
    } catch (error) {
      if (!(error instanceof ControlError)) throw error
      return toJsonAnswer(error.status, { ok: 0, error: { message: error.message } })
    }
  }
}
