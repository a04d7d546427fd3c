import { paths } from '@/lib/paths'

/** Where to go after signing in: a place of ours, never an address of somebody else that was put into the link. */
export function toSafeCallback(callbackUrl: string | null | undefined): string {
  if (!callbackUrl) return paths.inbox()
  const here = 'https://inbox.invalid'
  try {
    const url = new URL(callbackUrl, here)
    if (url.origin !== here || url.pathname.startsWith('//')) return paths.inbox()
    return url.pathname + url.search + url.hash
  } catch {
    return paths.inbox()
  }
}
