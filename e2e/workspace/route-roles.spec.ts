import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { TEST_DIST_DIR } from '@/bin/process/build'
import { hasRole, ROLES } from '@/lib/domain/people/role'
import { paths } from '@/lib/paths'
import { type Account, newAccount, signedIn, signInCookie } from '../support/accounts'
import { METHODS, OPEN_PAGES, ROUTES } from '../support/route-table'
import { openStackDatabase } from '../support/stack'
import { expect, test } from '../support/test'
import { STORY_LOCALE, t } from '../support/words'

test.describe.configure({ timeout: 120_000 })

test('every route of the build stands in the table, and the table names no other', () => {
  const built = builtAddresses('route').sort()
  expect(built.length).toBeGreaterThan(25)
  expect(Object.keys(ROUTES).sort()).toEqual(built)
})

test('whoever has no live session is refused by every method that a route has', async ({
  playwright,
  appUrl,
}) => {
  const cookies = Object.entries(await deadSessions(playwright, appUrl))
  const guarded = cases().filter(({ needs }) => needs && needs !== 'anyone')
  // Each with one of them in turn: which route it is and how a session died know nothing of each other.
  for (const [index, { route, method }] of guarded.entries()) {
    const [who, cookie] = cookies[index % cookies.length] ?? ['', '']
    expect(await ask(appUrl, method, route, cookie), `${who}: ${method} ${route}`).toBe(401)
  }
})

test('whoever has no live session is refused by every method of every route', {
  tag: '@long',
}, async ({ playwright, appUrl }) => {
  const cookies = await deadSessions(playwright, appUrl)
  for (const [who, cookie] of Object.entries(cookies))
    for (const { route, method, needs } of cases()) {
      if (needs === 'anyone') continue
      const status = await ask(appUrl, method, route, cookie)
      expect(status, `${who}: ${method} ${route}`).toBe(needs ? 401 : 405)
    }
})

for (const role of ROLES)
  test(`${role}: may use what the table says, and reads why not for the rest`, {
    tag: role !== 'agent' ? '@long' : [],
  }, async ({ playwright, appUrl }) => {
    const account = await newAccount(playwright, appUrl, role)
    let cookie = await signInCookie(playwright, appUrl, account)
    for (const { route, method, needs } of cases()) {
      if (needs === 'anyone') continue
      const status = await ask(appUrl, method, route, cookie)
      const what = `${role}: ${method} ${route} → ${status}`
      if (!needs) expect(status, what).toBe(405)
      else if (!hasRole(role, needs)) expect(status, what).toBe(403)
      else expect([200, 201, 400, 404], what).toContain(status)
      // Some routes end sign-ins; the next one needs another.
      if (method === 'DELETE') cookie = await signInCookie(playwright, appUrl, account)
    }
  })

test('who is kept to no channel meets none: 403 in words at every address, nothing in any list', async ({
  playwright,
  appUrl,
  simulator,
  member,
}) => {
  await simulator.says(member, 'A line on a channel that is not theirs')
  await simulator.settles()
  const ada = await signedIn(playwright, appUrl, 'Ada Admin')
  const search = `${paths.api.conversations}?view=all&q=${encodeURIComponent(member.name)}`
  await expect.poll(async () => (await (await ada.get(search)).json()).items.length).toBe(1)
  const [{ id }] = (await (await ada.get(search)).json()).items
  await ada.dispose()

  const kept = await newAccount(playwright, appUrl, 'agent', [])
  const cookie = await signInCookie(playwright, appUrl, kept)
  for (const { route, method, needs } of cases()) {
    if (!needs || needs === 'anyone') continue
    if (route.startsWith('/api/conversations/[id]')) {
      // The same address, plainly and with its first letter as a percent code.
      for (const written of [id, `%${id.charCodeAt(0).toString(16)}${id.slice(1)}`]) {
        const status = await ask(appUrl, method, route.replace('[id]', written), cookie)
        expect(status, `${method} ${route} of ${written}`).toBe(403)
      }
    } else if (method === 'GET' && needs === 'agent' && route !== '/api/stream') {
      const answer = await fetch(`${appUrl}${fill(route)}`, { headers: { cookie } })
      const text = await answer.text()
      expect(text, route).not.toContain(id)
      expect(text, route).not.toContain(member.externalId)
    }
  }
  const searched = await fetch(`${appUrl}${search}`, { headers: { cookie } })
  expect((await searched.json()).items).toEqual([])
})

test('who is kept to one channel reads the ids of no other: each is a secret address', async ({
  playwright,
  appUrl,
}) => {
  const ada = await signedIn(playwright, appUrl, 'Ada Admin')
  const { items } = await (await ada.get(paths.api.admin.channels)).json()
  const [own, ...others] = items.map(({ id }: { id: string }) => id)
  expect(others.length).toBeGreaterThan(0)
  // Somebody who is kept to the others, so that lists of people could tell.
  await newAccount(playwright, appUrl, 'agent', others)
  await ada.post(paths.api.admin.invites, {
    data: { email: `${randomUUID()}@demo.example`, role: 'agent', channelIds: others },
  })
  await ada.dispose()
  const kept = await newAccount(playwright, appUrl, 'supervisor', [own])
  const cookie = await signInCookie(playwright, appUrl, kept)
  for (const { route, method, needs } of cases()) {
    if (method !== 'GET' || !needs || !['agent', 'supervisor'].includes(needs)) continue
    if (route === paths.api.stream) continue
    for (const query of ['', '?of=tags', '?view=all', '?what=everything']) {
      const answer = await fetch(`${appUrl}${fill(route)}${query}`, { headers: { cookie } })
      const text = await answer.text()
      for (const id of others) expect(text, `${route}${query}`).not.toContain(id)
    }
  }
  for (const page of builtAddresses('page')) {
    const answer = await fetch(`${appUrl}${fill(page)}`, { headers: { cookie } })
    const text = await answer.text()
    for (const id of others) expect(text, page).not.toContain(id)
  }
})

test('the stream of a session that is revoked closes within 30 seconds', async ({
  playwright,
  appUrl,
}) => {
  const account = await newAccount(playwright, appUrl, 'agent')
  const cookie = await signInCookie(playwright, appUrl, account)
  const stream = await fetch(`${appUrl}${paths.api.stream}`, { headers: { cookie } })
  expect(stream.status).toBe(200)
  const reader = stream.body?.getReader()
  await reader?.read()
  const revokedAt = Date.now()
  await act(playwright, appUrl, account, 'sign out')
  while (!(await reader?.read())?.done);
  expect(Date.now() - revokedAt).toBeLessThan(30_000)
  expect(await ask(appUrl, 'GET', paths.api.stream, cookie)).toBe(401)
})

test('pages lead strangers to the sign-in page and tell each role why a section is closed', async ({
  playwright,
  appUrl,
}) => {
  const pages = builtAddresses('page').filter((page) => !OPEN_PAGES.includes(page) && page !== '/')
  expect(pages.length).toBeGreaterThan(3)
  for (const page of pages) {
    const answer = await fetch(`${appUrl}${fill(page)}`, { redirect: 'manual' })
    expect(answer.headers.get('location') ?? (await answer.text()), page).toContain('/sign-in')
  }
  const account = await newAccount(playwright, appUrl, 'agent')
  const cookie = await signInCookie(playwright, appUrl, account)
  for (const page of [paths.admin.people, paths.admin.audit, paths.admin.health]) {
    const answer = await fetch(`${appUrl}${page}`, {
      headers: { cookie, 'accept-language': STORY_LOCALE },
    })
    const reason = t('shell.sectionBlocked', { needs: 'supervisor', role: 'agent' })
    expect(await answer.text(), page).toContain(reason)
  }
})

interface Playwright {
  request: Parameters<typeof newAccount>[0]['request']
}

/** Cookies that once were good, each dead in its own way; and none at all. */
async function deadSessions(playwright: Playwright, appUrl: string) {
  const [disabled, expired, revoked] = [
    await newAccount(playwright, appUrl, 'admin'),
    await newAccount(playwright, appUrl, 'admin'),
    await newAccount(playwright, appUrl, 'admin'),
  ]
  const cookies = {
    anonymous: '',
    forged: 'stella-inbox.session=nonsense',
    disabled: await signInCookie(playwright, appUrl, disabled),
    expired: await signInCookie(playwright, appUrl, expired),
    revoked: await signInCookie(playwright, appUrl, revoked),
  }
  for (const who of ['disabled', 'expired', 'revoked'] as const)
    expect(await ask(appUrl, 'GET', paths.api.me, cookies[who]), who).toBe(200)
  await act(playwright, appUrl, disabled, 'disable')
  await act(playwright, appUrl, revoked, 'sign out')
  const sql = openStackDatabase()
  await sql`
    update sessions set expires_at = now() - interval '1 second'
    where agent_id = (select id from agents where email = ${expired.email})`
  await sql.end()
  return cookies
}

/** What an admin does about somebody. */
async function act(
  playwright: Playwright,
  appUrl: string,
  { email }: Account,
  what: 'disable' | 'sign out',
) {
  const admin = await signedIn(playwright, appUrl, 'Ada Admin')
  const { items } = await (await admin.get(paths.api.admin.agents)).json()
  const { id, role } = items.find((person: { email: string }) => person.email === email)
  const answer =
    what === 'disable'
      ? await admin.put(paths.api.admin.agent(id), { data: { role, disabled: true } })
      : await admin.delete(paths.api.admin.agentSessions(id))
  expect(answer.status()).toBe(200)
  await admin.dispose()
}

function cases() {
  return Object.entries(ROUTES).flatMap(([route, row]) =>
    METHODS.map((method) => ({ route, method, needs: row[method] })),
  )
}

/** The status alone: the answer of the stream has no end. */
async function ask(appUrl: string, method: string, route: string, cookie: string) {
  const abort = new AbortController()
  const answer = await fetch(`${appUrl}${fill(route)}`, {
    method,
    headers: { cookie, 'content-type': 'application/json' },
    body: method === 'GET' ? undefined : '{}',
    redirect: 'manual',
    signal: abort.signal,
  })
  abort.abort()
  return answer.status
}

/** Addresses of the build's route handlers or pages. */
function builtAddresses(kind: 'route' | 'page'): string[] {
  const manifest: Record<string, string> = JSON.parse(
    readFileSync(path.join(TEST_DIST_DIR, 'app-path-routes-manifest.json'), 'utf8'),
  )
  return Object.entries(manifest)
    .filter(([file]) => file.endsWith(`/${kind}`))
    .map(([, address]) => address)
}

function fill(route: string): string {
  return route.replaceAll(/\[\[?[^\]]+\]\]?/g, randomUUID())
}
