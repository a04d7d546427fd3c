import { paths } from '@/lib/paths'

/**
 * What next-auth answered, as it leaves the workspace. A page of its own, with words and scripts of its own, becomes ours;
 * and after signing out the browser forgets what it kept of the inbox's answers. What its pages keep for each person
 * they clear themselves (lib/client/browser/kept-here.ts): `storage` would take replies of others who were not signed out here.
 */
export function toAuthAnswer(action: string, method: string, response: Response): Response {
  if (response.headers.get('content-type')?.startsWith('text/html'))
    return new Response(null, { status: 303, headers: { Location: paths.signIn } })
  if (action === 'signout' && method === 'POST' && hasEnded(response))
    response.headers.set('Clear-Site-Data', '"cache"')
  return response
}

/** A request without its token is answered alike, but takes no cookie away. */
function hasEnded({ headers }: Response): boolean {
  return headers.getSetCookie().some((cookie) => /\.session=;/.test(cookie))
}
