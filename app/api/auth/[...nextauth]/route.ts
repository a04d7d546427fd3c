import NextAuth from 'next-auth'
import { authOptions } from '@/lib/auth/options'
import { AppError } from '@/lib/errors'
import { answer } from '@/lib/http/answer'
import { toAuthAnswer } from '@/lib/http/auth-answer'

type RouteContext = { params: Promise<{ nextauth: string[] }> }

/** What next-auth answers to; to anything else it has only a text. */
const ACTIONS = ['callback', 'csrf', 'error', 'providers', 'session', 'signin', 'signout', '_log']

/** next-auth's own routes; its options need the running inbox, so they are made for each request. */
function handle(request: Request, context: RouteContext): Promise<Response> {
  return answer(async () => {
    const [action = ''] = (await context.params).nextauth
    if (!ACTIONS.includes(action))
      throw new AppError('not_found', 'There is nothing at this address of the API.')
    const response: Response = await NextAuth(authOptions())(request, context)
    if (response.status !== 400) return toAuthAnswer(action, request.method, response)
    throw new AppError('invalid', 'Signing in and out does not work like this.')
  })
}

export const GET = handle
export const POST = handle
