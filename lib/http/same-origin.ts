import { AppError } from '@/lib/errors'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Refuses changes that a browser makes for another site: cookies travel with those too. Programs send no Origin. */
export function assertSameOrigin(request: Request): void {
  if (SAFE_METHODS.has(request.method)) return
  const site = request.headers.get('sec-fetch-site')
  if (site && site !== 'same-origin' && site !== 'none') throw crossSite()
  const origin = request.headers.get('origin')
  if (!origin) return
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host')
  if (!URL.canParse(origin) || new URL(origin).host !== host) throw crossSite()
}

function crossSite() {
  return new AppError('forbidden', 'This request came from another site.')
}
