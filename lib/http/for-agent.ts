import { z } from 'zod'
import { readerOf } from '@/lib/auth/reader-locale'
import { signedIn } from '@/lib/auth/signed-in'
import type { Context } from '@/lib/context'
import type { Queryable } from '@/lib/db/client'
import { currentConversationId } from '@/lib/db/conversation/merged'
import type { Role } from '@/lib/domain/people/role'
import type { Viewer } from '@/lib/domain/people/viewer'
import { type Action, forbiddenBecause } from '@/lib/domain/permissions'
import { AppError } from '@/lib/errors'
import { reason, schemaMessage } from '@/lib/i18n/reason'
import { PERSON_HEADER } from '@/lib/paths'
import { getRuntime } from '@/lib/runtime'
import type { Runtime } from '@/lib/shared-runtime'
import { answer } from './answer'
import { assertRole } from './assert-role'
import { assertSees } from './assert-sees'
import { noteRefusal } from './guard/note-refusal'
import { assertSameOrigin } from './guard/same-origin'

export interface AgentRequest<Params> {
  params: Params
  agent: Viewer
  sessionId: string
  ctx: Context
  runtime: Runtime
}

type RouteContext<Params> = { params: Promise<Params> }

/**
 * A route for people who are signed in: the session is checked here, in the handler, whatever a proxy did
 * before. 401 for nobody, 403 for a request that another site started, or for an address on a channel they are kept from.
 */
export function forAgent<Params = object>(
  handle: (request: Request, call: AgentRequest<Params>) => Promise<unknown>,
) {
  return (request: Request, context: RouteContext<Params>): Promise<Response> => {
    const known: { viewer?: Viewer } = {}
    return answer(
      () =>
        serve(request, context, handle, known).catch((error) =>
          noteRefusal(request, error, { who: known.viewer?.id }),
        ),
      () => readerOf(request, known.viewer),
    )
  }
}

async function serve<Params>(
  request: Request,
  context: RouteContext<Params>,
  handle: (request: Request, call: AgentRequest<Params>) => Promise<unknown>,
  known: { viewer?: Viewer },
): Promise<unknown> {
  const runtime = getRuntime()
  assertSameOrigin(request, runtime.settings)
  const session = await signedIn()
  if (!session) throw new AppError('unauthenticated', reason('failure.signInFirst'))
  assertSamePerson(request, session.viewer.id)
  const { viewer: agent, sessionId } = session
  known.viewer = agent
  await assertSees(runtime.ctx.sql, agent, new URL(request.url).pathname)
  const params = await currentParams(runtime.ctx.sql, request, await context.params)
  return handle(request, { params, agent, sessionId, ctx: runtime.ctx, runtime })
}

const CONVERSATION = /^\/api\/conversations\/[^/]/
const conversationIn = z.object({ id: z.uuid() })

/** An address may name a conversation that went into another one since: then that one is meant. */
async function currentParams<Params>(
  sql: Queryable,
  request: Request,
  params: Params,
): Promise<Params> {
  const named = conversationIn.safeParse(params)
  if (!named.success || !CONVERSATION.test(new URL(request.url).pathname)) return params
  return { ...params, id: await currentConversationId(sql, named.data.id) }
}

/**
 * A page says for whom it was drawn. When somebody else has signed in in another tab since, what it asks would be done in
 * their name, and its reply sent as theirs.
 */
function assertSamePerson(request: Request, id: string): void {
  const drawnFor = request.headers.get(PERSON_HEADER)
  if (drawnFor !== null && drawnFor !== id)
    throw new AppError('unauthenticated', reason('failure.otherPerson'))
}

/** As `forAgent`, for one role and those above it; 403 in words for the others. */
export function forRole<Params = object>(
  role: Role,
  handle: (request: Request, call: AgentRequest<Params>) => Promise<unknown>,
) {
  return forAgent<Params>(async (request, call) => {
    assertRole(call.agent, role)
    return handle(request, call)
  })
}

/** As `forAgent`, for those who may do this (lib/domain/permissions.ts); 403 with the reason for the others. */
export function forAction<Params = object>(
  action: Action,
  handle: (request: Request, call: AgentRequest<Params>) => Promise<unknown>,
) {
  return forAgent<Params>(async (request, call) => {
    const reason = forbiddenBecause(call.agent, action)
    if (reason) throw new AppError('forbidden', reason)
    return handle(request, call)
  })
}

/** A route for anyone. `spends`: it takes a one-time link, so a refusal is one of a link. */
export function forAnyone<Params = object>(
  handle: (request: Request, call: { params: Params }) => Promise<unknown>,
  { spends = false } = {},
) {
  return (request: Request, context: RouteContext<Params>): Promise<Response> =>
    answer(
      async () =>
        handle(request, { params: await context.params }).catch((error) =>
          noteRefusal(request, error, { spends }),
        ),
      () => readerOf(request),
    )
}

/** An id from the address, in lower case as Postgres writes it. Throws a ZodError with a sentence. */
export function parseId(value: string): string {
  return z.uuid(schemaMessage('failure.idNotUuid')).parse(value).toLowerCase()
}
