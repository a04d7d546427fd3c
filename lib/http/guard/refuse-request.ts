import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Reason, reason } from '@/lib/i18n/reason'
import { sayTo } from '../say-to'

/** What HTTP has words for and Next has only a 500, or no answer at all. */
interface Refusal {
  status: 400 | 405
  code: 'invalid' | 'not_allowed'
  reason: Reason
  allow?: string
}

const API_METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
/** Pages and files are only read. */
const PAGE_METHODS = ['GET', 'HEAD', 'OPTIONS']

/**
 * Makes the target of a request what every handler expects, a path: `GET http://inbox.example.com/inbox` asks for
 * `/inbox` of that host (RFC 9112 §3.2.2). What has no path stays as it is, for `refuseRequest`.
 */
export function straighten(request: IncomingMessage): void {
  const target = request.url ?? ''
  if (!/^https?:\/\//i.test(target) || !URL.canParse(target)) return
  const { host, pathname, search } = new URL(target)
  request.headers.host = host
  request.url = pathname + search
}

/** Answers what no handler is asked about, in words. False for all others. */
export function refuseRequest(request: IncomingMessage, response: ServerResponse): boolean {
  const { method = '', url = '' } = request
  const methods = methodsAt(url)
  if (method === 'OPTIONS' && (url === '*' || methods === PAGE_METHODS)) {
    response.writeHead(204, { Allow: methods.join(', ') }).end()
    return true
  }
  const refusal = toRefusal(method, url, methods)
  if (!refusal) return false
  const { status, code, allow } = refusal
  const message = sayTo(request, refusal.reason)
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
    // Nobody reads the rest of a body that came with it.
    Connection: 'close',
    ...(allow && { Allow: allow }),
  })
  response.end(JSON.stringify({ error: { code, message } }))
  return true
}

function methodsAt(url: string): string[] {
  return url === '*' || /^\/api(?:\/|\?|$)/.test(url) ? API_METHODS : PAGE_METHODS
}

function toRefusal(method: string, url: string, methods: string[]): Refusal | undefined {
  if (!methods.includes(method))
    return {
      status: 405,
      code: 'not_allowed',
      reason: reason('failure.methodNotAllowed'),
      allow: methods.join(', '),
    }
  if (isPath(url)) return undefined
  return { status: 400, code: 'invalid', reason: reason('failure.addressMalformed') }
}

/** With one slash first: two would name a host where somebody resolves it. And decodable as far as it names a page. */
function isPath(url: string): boolean {
  if (!/^\/(?![/\\])/.test(url)) return false
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '')
    return true
  } catch {
    return false
  }
}
