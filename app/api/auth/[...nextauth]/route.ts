import NextAuth from 'next-auth'
import { authOptions } from '@/lib/auth/options'
import { answer } from '@/lib/http/answer'

type RouteContext = { params: Promise<{ nextauth: string[] }> }

/** next-auth's own routes; its options need the running inbox, so they are made for each request. */
function handle(request: Request, context: RouteContext): Promise<Response> {
  return answer(() => NextAuth(authOptions())(request, context))
}

export const GET = handle
export const POST = handle
