import { type APIRequestContext, expect } from '@playwright/test'
import { DEMO_AGENTS } from '@/bin/demo/demo-cast'

/**
 * A browser without cookies, whatever the test's own have: who signs in anew in one where somebody is signed in ends their
 * session.
 */
export const STRANGER: { cookies: []; origins: [] } = { cookies: [], origins: [] }

/** Somebody who signs in. A typo in the name throws. */
export function person(name: string) {
  const found = DEMO_AGENTS.find((agent) => agent.name === name)
  if (!found) throw new Error(`There is no ${name} in the demo.`)
  return found
}

/** Signs in without the form, as a script would; the cookies stay in `request`. */
export async function signInByRequest(request: APIRequestContext, appUrl: string, name: string) {
  const { email, password } = person(name)
  const { csrfToken } = await (await request.get(`${appUrl}/api/auth/csrf`)).json()
  await request.post(`${appUrl}/api/auth/callback/credentials`, {
    form: { csrfToken, email, password, json: 'true' },
  })
  const me = await request.get(`${appUrl}/api/me`)
  expect(me.status(), `${name} is signed in`).toBe(200)
}
