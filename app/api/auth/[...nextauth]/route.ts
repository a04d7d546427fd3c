import { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { readBrowser, withDevice } from '@/lib/auth/browser'
import { authOptions } from '@/lib/auth/options'
import { readerOf } from '@/lib/auth/reader-locale'
import { AppError } from '@/lib/errors'
import { answer } from '@/lib/http/answer'
import { readForm, withForm } from '@/lib/http/body/form'
import { toAuthAnswer } from '@/lib/http/guard/auth-answer'
import { reason } from '@/lib/i18n/reason'

type RouteContext = { params: Promise<{ nextauth: string[] }> }

/** What next-auth answers to; to anything else it has only a text. */
const ACTIONS = ['callback', 'csrf', 'error', 'providers', 'session', 'signin', 'signout', '_log']

/** next-auth's own routes; its options need the running inbox, so they are made for each request. */
function handle(request: Request, context: RouteContext): Promise<Response> {
  return answer(
    async () => {
      const [action = ''] = (await context.params).nextauth
      if (!ACTIONS.includes(action))
        throw new AppError('not_found', reason('failure.noSuchAddress'))
      let device: string | undefined
      const options = authOptions(await readBrowser(request), (given) => {
        device = given
      })
      const response: Response = await NextAuth(options)(await safe(request), context)
      if (response.status === 400) throw new AppError('invalid', reason('failure.signInElsewise'))
      const ours = toAuthAnswer(action, request.method, response)
      return device ? withDevice(ours, device) : ours
    },
    () => readerOf(request),
  )
}

/** next-auth reads a body of any size and parses it as what its header says: it is given a small form, or none. */
async function safe(request: Request): Promise<NextRequest> {
  const { method, headers, url } = request
  if (method !== 'POST') return new NextRequest(url, { method, headers })
  return new NextRequest(url, { method, ...withForm(request, await readForm(request)) })
}

export const GET = handle
export const POST = handle
