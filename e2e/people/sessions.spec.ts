import type { APIRequestContext } from '@playwright/test'
import { paths } from '@/lib/paths'
import { type Account, newAccount, signedIn } from '../support/accounts'
import { expect, test } from '../support/test'

test('signing out closes the streams of that sign-in at once', async ({ playwright, appUrl }) => {
  const account = await newAccount(playwright, appUrl, 'agent')
  const browser = await playwright.request.newContext({ baseURL: appUrl })
  expect(await signIn(browser, account)).toBe(200)
  const cookie = await cookiesOf(browser)
  const streams = await Promise.all([openStream(appUrl, cookie), openStream(appUrl, cookie)])
  const begun = Date.now()
  const { csrfToken } = await (await browser.get('/api/auth/csrf')).json()
  await browser.post('/api/auth/signout', { form: { csrfToken, json: 'true' } })
  await Promise.all(streams.map((each) => each.ended))
  // The look that each heartbeat takes comes after up to 15 s.
  expect(Date.now() - begun).toBeLessThan(7_000)
  await browser.dispose()
})

test('a second sign-in in the same browser ends the first', async ({ playwright, appUrl }) => {
  const [first, second] = [
    await newAccount(playwright, appUrl, 'agent'),
    await newAccount(playwright, appUrl, 'agent'),
  ]
  const browser = await playwright.request.newContext({ baseURL: appUrl })
  await signIn(browser, first)
  const before = await cookiesOf(browser)
  const me = (cookie: string) => fetch(`${appUrl}${paths.api.me}`, { headers: { cookie } })
  expect((await me(before)).status).toBe(200)
  await signIn(browser, second)
  expect((await me(before)).status).toBe(401)
  expect(await (await me(await cookiesOf(browser))).json()).toMatchObject({ email: second.email })
  await browser.dispose()
})

test('who has joined gets in although strangers have used up all tries for their e-mail', async ({
  playwright,
  appUrl,
}) => {
  const email = `invited.${Date.now()}@demo.example`
  const password = 'a password for tests'
  const admin = await signedIn(playwright, appUrl, 'Ada Admin')
  const invite = { email, role: 'agent', channelIds: null }
  const invited = await admin.post(paths.api.admin.invites, { data: invite })
  const token = new URL((await invited.json()).url).searchParams.get('token')
  await admin.dispose()
  const browser = await playwright.request.newContext({ baseURL: appUrl })
  await browser.post(paths.api.join, { data: { token, name: 'Ivy Invited', password } })
  const { cookies } = await browser.storageState()
  expect(cookies).toMatchObject([{ name: 'stella-inbox.device', httpOnly: true, sameSite: 'Lax' }])

  const stranger = await playwright.request.newContext({ baseURL: appUrl })
  for (let index = 0; index < 11; index += 1)
    expect(await signIn(stranger, { email, password: 'a guess' })).toBe(401)
  // The tests have one address: the right password comes too late there, but for the browser that is known.
  expect(await signIn(stranger, { email, password })).toBe(401)
  expect(await signIn(browser, { email: email.toUpperCase(), password })).toBe(200)
  await stranger.dispose()
  await browser.dispose()
})

async function signIn(
  browser: APIRequestContext,
  { email, password }: Pick<Account, 'email' | 'password'>,
): Promise<number> {
  const { csrfToken } = await (await browser.get('/api/auth/csrf')).json()
  const form = { csrfToken, email, password, json: 'true' }
  return (await browser.post('/api/auth/callback/credentials', { form })).status()
}

async function cookiesOf(browser: APIRequestContext): Promise<string> {
  const { cookies } = await browser.storageState()
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}

async function openStream(appUrl: string, cookie: string) {
  const answer = await fetch(`${appUrl}${paths.api.stream}`, { headers: { cookie } })
  expect(answer.status).toBe(200)
  const reader = answer.body?.getReader()
  await reader?.read()
  const readAll = async () => {
    while (!(await reader?.read())?.done);
  }
  return { ended: readAll() }
}
