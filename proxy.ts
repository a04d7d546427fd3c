import { type NextRequest, NextResponse } from 'next/server'
import { ADDRESS_HEADER } from '@/lib/paths'

/** Pages only: webhooks, the API, media and static files need no page policy, and a proxy costs them time. */
export const config = { matcher: ['/((?!api/|metrics|_next/|.*\\.[a-z0-9]+$).*)'] }

/** Gives every page a content security policy with a nonce of its own; Next puts the nonce on its scripts. */
export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64')
  const policy = toPolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  // A layout can't know its page's address, and has to say where to come back to after signing in.
  headers.set(ADDRESS_HEADER, request.nextUrl.pathname + request.nextUrl.search)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

function toPolicy(nonce: string): string {
  // React's refresh in development evaluates code; the built app never does.
  const development = process.env.NODE_ENV === 'production' ? '' : " 'unsafe-eval'"
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development}`,
    // Positions of floating parts are style attributes, and some of our components bring a style element.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    // PDFs are drawn in a worker.
    "worker-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
