import type { Settings } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { reason } from '@/lib/i18n/reason'
import { toBelieved } from './client-address'

type Origins = Pick<Settings, 'PUBLIC_URL' | 'TRUSTED_PROXY_HOPS'>

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** What a form of another site can send as its body, with the cookies of ours and without asking us first. */
const FORM_TYPES = new Set([
  '',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'text/plain',
])

/**
 * Refuses changes that a browser makes for another site: cookies travel with those too (decision 0019). A browser
 * says where a change comes from, in `Sec-Fetch-Site` or in `Origin`; what says neither is a program's, and is taken
 * when no form could have sent it.
 */
export function assertSameOrigin(request: Request, origins: Origins): void {
  if (SAFE_METHODS.has(request.method)) return
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  if (site && site !== 'same-origin' && site !== 'none') throw new CrossSite()
  // No page can write this header, so the browser itself vouches for the origin, scheme and all.
  if (site === 'same-origin') return
  if (origin ? !ownOrigins(request, origins).has(origin) : isFormLike(request))
    throw new CrossSite()
}

/** Where this inbox lives: by its setting, and as it was asked now. */
function ownOrigins(
  { headers }: Request,
  { PUBLIC_URL, TRUSTED_PROXY_HOPS: hops }: Origins,
): Set<string> {
  const host = toBelieved(headers.get('x-forwarded-host') ?? undefined, hops) ?? headers.get('host')
  const scheme = toBelieved(headers.get('x-forwarded-proto') ?? undefined, hops) ?? 'http'
  const asked = `${scheme}://${host}`
  return new Set(
    [PUBLIC_URL, asked].flatMap((url) => (url && URL.canParse(url) ? [new URL(url).origin] : [])),
  )
}

/** Another method, a type of its own or a header of its own makes a browser ask first, and we allow no other site. */
function isFormLike({ method, headers }: Request): boolean {
  if (method !== 'POST' || headers.has('x-requested-with')) return false
  const type = (headers.get('content-type') ?? '').split(';', 1)[0] ?? ''
  return FORM_TYPES.has(type.trim().toLowerCase())
}

/** A refusal of its own kind, so that the security log tells it from what somebody may not do. */
export class CrossSite extends AppError {
  constructor() {
    super('forbidden', reason('failure.otherSite'))
  }
}
