import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import { paths } from '@/lib/paths'
import { signInByRequest } from '../support/people'
import { expect, test } from '../support/test'

/** A sentence of some language. */
const WORDS = /\p{L} ?\p{L}/u

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** Routes that answer without a session, and why. Every other route of the tree must refuse. */
const OPEN: Record<string, string> = {
  '/api/auth/[...nextauth]': 'signing in',
  '/api/webhooks/[channelId]': 'signed by Stella',
  '/api/setup': 'behind a one-time link',
  '/api/join': 'behind a one-time link',
  '/api/files/[token]': 'the platform fetches sent files by signed addresses',
  '/api/health': 'says nothing',
  '/api/ready': 'says nothing',
  '/metrics': 'figures about no one',
  '/api/[[...unknown]]': 'says only that there is nothing',
}

test('every route of the tree refuses a stranger, by every method', async ({ request }) => {
  const routes = routesIn('app')
  expect(routes.length).toBeGreaterThan(12)
  for (const route of routes.filter((each) => !(each in OPEN))) {
    for (const method of METHODS) {
      const response = await request.fetch(fill(route), { method, data: '{}' })
      expect([401, 405], `${method} ${route}`).toContain(response.status())
      const { error } = await response.json()
      expect(error, `${method} ${route}`).toMatchObject({ message: expect.stringMatching(WORDS) })
    }
  }
})

test('what is no address of the API answers 404 in words, by every method and to everybody', async ({
  request,
}) => {
  for (const address of ['/api', '/api/nowhere', '/api/conversation', '/api/webhooks'])
    for (const method of METHODS) {
      const response = await request.fetch(address, { method, data: '{}' })
      expect(response.status(), `${method} ${address}`).toBe(404)
      expect((await response.json()).error).toMatchObject({ code: 'not_found' })
    }
})

test('every list has items, and says null where it ends', async ({
  playwright,
  appUrl,
  simulator,
  member,
}) => {
  await simulator.says(member, 'One line in every list')
  await simulator.settles()
  const request = await playwright.request.newContext({ baseURL: appUrl })
  await signInByRequest(request, appUrl, 'Ada Admin')
  const { conversations, admin } = paths.api
  const found = await request.get(`${conversations}?q=${encodeURIComponent(member.name)}`)
  const [{ id, channel }] = (await found.json()).items
  const lists = [
    `${conversations}?view=all`,
    `${conversations}/${id}/scheduled`,
    `${conversations}/${id}/templates`,
    `${conversations}/${id}/media`,
    `${admin.channels}/${channel.id}/templates`,
    `${admin.events}?kind=webhook&channel=${channel.id}&limit=200`,
    `${admin.events}?q=nobody-ever-said-this`,
    '/api/canned-replies',
    '/api/channels',
    '/api/colleagues',
    paths.api.outages,
    paths.api.outbox,
    admin.agents,
    admin.audit,
    admin.channels,
    admin.connections,
    admin.eventSummary,
    '/api/admin/invites',
    '/api/admin/settings/channels',
    '/api/admin/tags',
  ]
  for (const address of lists) {
    const end = await lastPage(request, address)
    expect(end.items, address).toBeInstanceOf(Array)
    expect(end.nextCursor, address).toBeNull()
  }
  const thread = await (await request.get(`${conversations}/${id}/messages`)).json()
  expect(thread).toMatchObject({ previousCursor: null, nextCursor: null })
  await request.dispose()
})

/** Follows the cursors of a list to its end; a list that goes on for ever fails. */
async function lastPage(request: APIRequestContext, address: string) {
  let cursor: string | null = ''
  for (let pages = 0; pages < 500; pages++) {
    const more: string = cursor ? `${address.includes('?') ? '&' : '?'}cursor=${cursor}` : ''
    const response = await request.get(`${address}${more}`)
    expect(response.status(), address).toBe(200)
    const page = await response.json()
    if (!page.nextCursor) return page
    cursor = page.nextCursor
  }
  throw new Error(`${address} has no end`)
}

test('the log is for admins, its sum for supervisors too; others read why not', async ({
  playwright,
  appUrl,
}) => {
  const answers: [string, string, number][] = [
    ['Ana', paths.api.admin.events, 403],
    ['Ana', paths.api.admin.event(1), 403],
    ['Ana', paths.api.admin.eventSummary, 403],
    ['Sam Supervisor', paths.api.admin.eventSummary, 200],
    ['Sam Supervisor', paths.api.admin.events, 403],
    ['Ada Admin', paths.api.admin.events, 200],
    ['Ada Admin', `${paths.api.admin.events}?outcome=message&limit=1`, 200],
    ['Ada Admin', `${paths.api.admin.events}?outcome=nothing`, 400],
    ['Ada Admin', paths.api.admin.event(1), 200],
    ['Ada Admin', paths.api.admin.event(999_999_999), 404],
    ['Ada Admin', `${paths.api.admin.events}/no-number`, 400],
    ['Ada Admin', `${paths.api.admin.events}?cursor=nonsense`, 400],
    ['Ada Admin', `${paths.api.admin.events}?after=nonsense`, 400],
    ['Ada Admin', `${paths.api.admin.audit}?cursor=nonsense`, 400],
    ['Ada Admin', `${paths.api.outbox}?cursor=nonsense`, 400],
    ['Ada Admin', paths.api.admin.eventSummary, 200],
    ['Ana', paths.api.outbox, 200],
    ['Sam Supervisor', paths.api.outbox, 200],
    ['Sam Supervisor', `${paths.api.outbox}?state=failed&limit=2`, 200],
    ['Sam Supervisor', `${paths.api.outbox}?state=nothing`, 400],
    ['Ana', paths.api.outages, 200],
  ]
  for (const [name, address, status] of answers) {
    const request = await playwright.request.newContext({ baseURL: appUrl })
    await signInByRequest(request, appUrl, name)
    const response = await request.get(address)
    expect(response.status(), `${name} ${address}`).toBe(status)
    if (status !== 200) expect((await response.json()).error.message, address).toMatch(WORDS)
    await request.dispose()
  }
})

test('only admins replay events; a dry run answers with what would change', async ({
  playwright,
  appUrl,
}) => {
  for (const [name, status] of [
    ['Sam Supervisor', 403],
    ['Ada Admin', 200],
  ] as const) {
    const request = await playwright.request.newContext({ baseURL: appUrl })
    await signInByRequest(request, appUrl, name)
    const response = await request.post(paths.api.admin.eventReplay, {
      data: { events: 'quarantined', dryRun: true },
    })
    expect(response.status(), name).toBe(status)
    if (status === 200)
      expect(await response.json()).toMatchObject({ dryRun: true, events: expect.any(Array) })
    const wrong = await request.post(paths.api.admin.eventReplay, { data: { events: [] } })
    expect(wrong.status(), name).toBe(status === 200 ? 400 : 403)
    await request.dispose()
  }
})

test('a change that another site starts is refused, although the cookie travels with it', async ({
  agent,
}) => {
  const foreign: Record<string, string>[] = [
    { Origin: 'https://evil.example' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { Origin: 'null' },
  ]
  for (const headers of foreign) {
    const response = await agent.request.put(`/api/conversations/${randomUUID()}/status`, {
      data: { status: 'resolved' },
      headers,
    })
    expect(response.status(), JSON.stringify(headers)).toBe(403)
  }
})

test('queries that mean nothing are refused in words, and never break the server', async ({
  agent,
}) => {
  const cases: [string, number][] = [
    ['/api/conversations?view=nowhere', 400],
    ['/api/conversations?limit=many', 400],
    ['/api/conversations?channel=no-uuid', 400],
    [`/api/conversations?q=${'x'.repeat(300)}`, 400],
    ['/api/conversations?q=%00', 200],
    ['/api/conversations?q=%25_%5C', 200],
    ['/api/conversations?limit=0', 200],
    ['/api/conversations?cursor=nonsense', 400],
    ['/api/conversations?cursor=', 400],
    [`/api/conversations/${randomUUID()}/messages?before=nonsense`, 400],
    [`/api/conversations/${randomUUID()}/messages?after=${randomUUID()}`, 400],
    [`/api/conversations/${randomUUID()}/media?before=1`, 400],
    ['/api/stream?after=nonsense', 400],
    ['/api/nowhere', 404],
    ['/api', 404],
    ['/api/webhooks', 404],
    ['/api/conversations/a/b/c', 404],
    ['/api/setup', 405],
    ['/api/auth/nonsense', 404],
    ['/api/auth/callback/nonsense', 400],
    [`/api/conversations/${randomUUID()}`, 404],
    [`/api/conversations/${randomUUID()}/messages`, 404],
    ['/api/conversations/no-uuid/messages', 400],
    [paths.api.scheduled(randomUUID()), 404],
    [paths.api.scheduled('no-uuid'), 400],
    [`/api/media/${randomUUID()}`, 404],
    ['/api/media/no-uuid', 400],
  ]
  for (const [address, status] of cases) {
    const response = await agent.request.get(address)
    expect(response.status(), address).toBe(status)
    if (status !== 200) expect((await response.json()).error.message, address).toMatch(WORDS)
  }
})

test('webhooks answer what the contract says: 200 for all that is signed, 401, 404 and 413 for the rest', async ({
  request,
  simulator,
}) => {
  const signed = [
    '{"from":',
    '',
    'null',
    '[]',
    '{"hello":"world"}',
    '{"messages":[],"statuses":[]}',
    '{"from":1,"to":2,"timestamp":[],"type":"TEXT","data":7}',
    '\u0000\u0001',
    '{"from":"1","to":"2","timestamp":"1","type":"TEXT","data":{"text":"\\ud800\\u0000"}}',
    '['.repeat(1024 * 1024),
  ]
  for (const body of signed)
    expect(await simulator.sendRaw(body), body.slice(0, 40)).toMatchObject({
      status: 200,
      body: '{"ok":1}',
    })
  expect((await simulator.sendRaw('{"messages":[]}', false)).status).toBe(401)
  expect((await simulator.sendRaw(' '.repeat(1024 * 1024 + 1))).status).toBe(413)
  for (const address of [randomUUID(), 'no-uuid'])
    expect((await request.post(`/api/webhooks/${address}`, { data: '{}' })).status()).toBe(404)
})

test('pages carry a policy that lets no foreign script run', async ({ page }) => {
  const response = await page.goto('/sign-in')
  const policy = response?.headers()['content-security-policy'] ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic'(;|$)/)
  expect(policy).toContain("frame-ancestors 'none'")
})

/** Every route handler of the tree, as its address. */
function routesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'route.ts')
    .map((file) => `/${path.dirname(file).split(path.sep).filter(isVisible).join('/')}`)
}

function isVisible(segment: string): boolean {
  return !/^\(.*\)$/.test(segment)
}

function fill(route: string): string {
  return route.replaceAll(/\[[^\]]+\]/g, randomUUID())
}
