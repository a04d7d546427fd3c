import { paths } from '@/lib/paths'

/** What next-auth said to a pair of e-mail and password. */
export interface SignInAnswer {
  status: number
  /** Its code, or the reason of ours that it hands on; undefined where the person is signed in. */
  error?: string
}

/*
 * next-auth's REST interface, as it documents it. Its own client for browsers is 30 kB of what every page of the inbox
 * would bring for two requests.
 */

/** Starts this browser's session. Throws where no answer came. */
export async function signInHere(email: string, password: string): Promise<SignInAnswer> {
  const response = await post(paths.api.signIn, { email, password })
  const { url } = (await response.json()) as { url?: string }
  const error = url && new URL(url, window.location.href).searchParams.get('error')
  return { status: response.status, error: error ? error : response.ok ? undefined : 'refused' }
}

/** Ends this browser's session. Throws where no answer came. */
export async function signOutHere(): Promise<void> {
  await (await post(paths.api.signOut, {})).json()
}

async function post(path: string, fields: Record<string, string>): Promise<Response> {
  const { csrfToken } = (await (await fetch(paths.api.csrf)).json()) as { csrfToken: string }
  const callbackUrl = window.location.href
  return fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...fields, csrfToken, callbackUrl, json: 'true' }),
  })
}
