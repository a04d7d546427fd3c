import { randomUUID } from 'node:crypto'
import type { APIRequestContext, Browser, Page } from '@playwright/test'
import type { Role } from '@/lib/domain/people/role'
import { paths } from '@/lib/paths'
import { STRANGER, signInByRequest } from './people'

const PASSWORD = 'a password for tests'

interface Playwright {
  request: {
    newContext(options: {
      baseURL: string
      storageState: typeof STRANGER
    }): Promise<APIRequestContext>
  }
}

export interface Account {
  email: string
  name: string
  password: string
}

/** A request context in which somebody of the demo is signed in. */
export async function signedIn(
  { request }: Playwright,
  appUrl: string,
  name: string,
): Promise<APIRequestContext> {
  const context = await request.newContext({ baseURL: appUrl, storageState: STRANGER })
  await signInByRequest(context, appUrl, name)
  return context
}

/** Somebody new, through an invite as a person would: no other test can meet them. */
export async function newAccount(
  playwright: Playwright,
  appUrl: string,
  role: Role,
  channelIds: string[] | null = null,
): Promise<Account> {
  const name = `Robin ${randomUUID().slice(0, 8)}`
  const email = `${name.replace(' ', '.').toLowerCase()}@demo.example`
  const admin = await signedIn(playwright, appUrl, 'Ada Admin')
  const invited = await admin.post(paths.api.admin.invites, { data: { email, role, channelIds } })
  const token = new URL((await invited.json()).url).searchParams.get('token')
  await admin.post(paths.api.join, { data: { token, name, password: PASSWORD } })
  await admin.dispose()
  return { email, name, password: PASSWORD }
}

/** The cookie of a new sign-in, as a header. */
export async function signInCookie(
  { request }: Playwright,
  appUrl: string,
  { email, password }: Account,
): Promise<string> {
  const context = await request.newContext({ baseURL: appUrl, storageState: STRANGER })
  const { csrfToken } = await (await context.get('/api/auth/csrf')).json()
  await context.post('/api/auth/callback/credentials', {
    form: { csrfToken, email, password, json: 'true' },
  })
  const { cookies } = await context.storageState()
  await context.dispose()
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}

/** A browser in which this person is signed in. */
export async function signsInAs(
  browser: Browser,
  playwright: Playwright,
  appUrl: string,
  account: Account,
): Promise<Page> {
  const cookie = await signInCookie(playwright, appUrl, account)
  const context = await browser.newContext({ storageState: undefined, baseURL: appUrl })
  const cookies = cookie.split('; ').map((pair) => pair.split('='))
  await context.addCookies(cookies.map(([name = '', value = '']) => ({ name, value, url: appUrl })))
  return context.newPage()
}
