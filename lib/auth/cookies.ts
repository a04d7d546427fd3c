/**
 * The attributes of a cookie of ours: for requests of this host alone, never for scripts, and by https only where people
 * reach the inbox by it. `__Host-` needs https; a demo on this machine has none.
 */
export function toCookie(what: 'session' | 'device', publicUrl: string | undefined) {
  const secure = publicUrl?.startsWith('https:') ?? false
  return {
    name: `${secure ? '__Host-' : ''}stella-inbox.${what}`,
    options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure },
  }
}
