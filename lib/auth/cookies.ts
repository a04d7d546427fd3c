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

/** The header that gives a browser such a cookie for so many seconds. */
export function toSetCookie(
  { name, options }: ReturnType<typeof toCookie>,
  value: string,
  maxAgeS: number,
): string {
  const { httpOnly, sameSite, path, secure } = options
  const attributes = [`Path=${path}`, `Max-Age=${maxAgeS}`]
  if (httpOnly) attributes.push('HttpOnly')
  attributes.push(`SameSite=${sameSite.replace(/^./, (first) => first.toUpperCase())}`)
  if (secure) attributes.push('Secure')
  return [`${name}=${value}`, ...attributes].join('; ')
}
