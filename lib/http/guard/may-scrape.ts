import { createHash, timingSafeEqual } from 'node:crypto'
import { AppError } from '@/lib/errors'
import { reason } from '@/lib/i18n/reason'
import { DIRECT_HEADER } from './client-address'

/**
 * Throws for whoever may not read the figures. With a token it is asked of everybody; without one they are for programs
 * on this machine, which ask us directly: behind a proxy the whole world comes from a near address.
 */
export function assertMayScrape(headers: Headers, token: string | undefined): void {
  if (token) {
    if (!isSame(headers.get('authorization') ?? '', `Bearer ${token}`))
      throw new AppError('unauthenticated', reason('failure.scrapeToken'))
    return
  }
  const isNear = /^(?:::1|127\.\d+\.\d+\.\d+)$/.test(headers.get('x-forwarded-for') ?? '')
  if (isNear && headers.get(DIRECT_HEADER) === '1') return
  throw new AppError('forbidden', reason('failure.scrapeElsewhere'))
}

/** In the same time, however much of it is right. */
function isSame(given: string, wanted: string): boolean {
  const [a, b] = [given, wanted].map((text) => createHash('sha256').update(text).digest())
  return a !== undefined && b !== undefined && timingSafeEqual(a, b)
}
