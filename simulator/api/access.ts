import { redact } from '../requests'
import { type Answer, type Call, type Handler, readJsonBody, toJsonAnswer } from '../router'
import type { World } from '../simulated-world'
import type { Token } from '../state'

/** How an API says no: the REST and file APIs say `error.message`, the bot API `err` and `err_code`. */
export type Refuse = (status: number, reason: string) => Answer

/** custom-inbox-integration.txt: every "Response body" table. */
export const refuseRest: Refuse = (status, reason) =>
  toJsonAnswer(status, { ok: 0, error: { message: reason } })

/** Facts §2.2 "Failure": seen with 2xx and with 5xx. */
export const refuseBot: Refuse = (status, reason) =>
  toJsonAnswer(status, { ok: 0, err_code: status === 200 ? 100 : status, err: reason })

/** Ends a call with a reason in words. A call that was understood and can't be done answers 200 with `ok:0`. */
export class Refusal extends Error {
  constructor(
    readonly reason: string,
    readonly status = 200,
  ) {
    super(reason)
  }
}

export interface ApiCall extends Call {
  token: Token
  /** The body as JSON. */
  body: unknown
}

/** A documented API: counts the call, checks the token and one of the scopes, answers refusals in its own shape, logs the call. */
export function api(
  world: World,
  refuse: Refuse,
  scopes: string[],
  work: (call: ApiCall) => Answer | Promise<Answer>,
): Handler {
  return async (call) => {
    const limit = world.limits.take(tokenOf(call) ?? '')
    const given = limit?.isOver
      ? refuse(429, 'Too many calls.')
      : await answerCall(world, refuse, scopes, work, call)
    const answer = { ...given, headers: { ...given.headers, ...limit?.headers } }
    world.requests.add({
      at: world.now(),
      method: call.method,
      path: call.path,
      query: readableQuery(call.query),
      tokenParam: TOKEN_PARAMETERS.find((name) => call.query.has(name)),
      token: redact(tokenOf(call)),
      body: readJsonBody(call.bytes) ?? null,
      status: answer.ending ? 0 : answer.status,
    })
    return answer
  }
}

async function answerCall(
  world: World,
  refuse: Refuse,
  scopes: string[],
  work: (call: ApiCall) => Answer | Promise<Answer>,
  call: Call,
): Promise<Answer> {
  try {
    const token = authorize(world, tokenOf(call), scopes)
    return await work({ ...call, token, body: readJsonBody(call.bytes) })
  } catch (error) {
    if (error instanceof Refusal) return refuse(error.status, error.reason)
    throw error
  }
}

/** Any one of the scopes is enough (Facts §5.3). */
function authorize(world: World, given: string | undefined, scopes: string[]): Token {
  if (!given) throw new Refusal('The access token is missing.', 401)
  const token = world.state.tokens.find((token) => token.token === given)
  if (!token) throw new Refusal('The access token is not valid.', 401)
  if (!scopes.some((scope) => token.scopes.includes(scope))) {
    throw new Refusal(`The access token needs one of these scopes: ${scopes.join(', ')}.`, 403)
  }
  return token
}

const TOKEN_PARAMETERS = ['access_token', 'accessToken']

/** Both spellings are documented, and WOZTELL's header (Facts §2.1). */
function tokenOf({ query, headers }: Call): string | undefined {
  const bearer = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1]
  return TOKEN_PARAMETERS.map((name) => query.get(name)).find(Boolean) ?? bearer
}

function readableQuery(query: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...query].filter(([name]) => !TOKEN_PARAMETERS.includes(name)))
}
