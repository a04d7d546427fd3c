import { type NextRequest, NextResponse } from 'next/server'
import { ADDRESS_HEADER } from '@/lib/paths'
import { toPagePolicy } from './lib/http/guard/page-policy'

/**
 * Everything that may answer with a page, also where an address has a dot or leads nowhere. Webhooks, the API, media and
 * the files of the build need no page policy, and a proxy costs them time: bin/process/serve.ts gives them theirs.
 */
export const config = {
  matcher: ['/((?!api/|api$|metrics$|_next/static/|favicon\\.svg$).*)'],
}

/** Gives every page a content security policy with a nonce of its own; Next puts the nonce on its scripts. */
export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64')
  const policy = toPagePolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  // A layout can't know its page's address, and has to say where to come back to after signing in.
  headers.set(ADDRESS_HEADER, request.nextUrl.pathname + request.nextUrl.search)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}
