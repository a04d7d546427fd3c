import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { APIResponse } from '@playwright/test'
import { TEST_DIST_DIR } from '@/bin/process/build'
import { paths } from '@/lib/paths'
import { signedIn } from '../support/accounts'
import { expect, test } from '../support/test'

const NONCE = /script-src 'nonce-[^']+' 'strict-dynamic'(;|$)/

test('every page has a policy with a nonce, whatever its address looks like and wherever it leads', async ({
  request,
  playwright,
  appUrl,
}) => {
  const ada = await signedIn(playwright, appUrl, 'Ada Admin')
  const addresses = [
    '/sign-in',
    '/sign-out',
    paths.join('nothing.such'),
    paths.setup('nothing.such'),
    '/inbox',
    '/inbox/a.html',
    '/inbox/a.js',
    '/inbox/a.b/c.d',
    '/nowhere',
    '/nowhere.html',
    '/robots.txt',
    '/metrics/nowhere',
    '/apinowhere',
    '/_next/nowhere',
    '/admin',
    '/admin/nowhere.json',
    paths.admin.channel(randomUUID()),
  ]
  for (const address of addresses)
    for (const who of [request, ada]) {
      const response = await who.get(address, { maxRedirects: 0 })
      expectSealed(response, address)
      if (response.status() >= 300 && response.status() < 400) continue
      expect(response.headers()['content-type'], address).toContain('text/html')
      expect(response.headers()['content-security-policy'], address).toMatch(NONCE)
      // Without it on the scripts of the page, the policy would keep them all from running.
      const nonce = /'nonce-([^']+)'/.exec(response.headers()['content-security-policy'] ?? '')?.[1]
      expect(await response.text(), address).toContain(`nonce="${nonce}"`)
    }
  await ada.dispose()
})

test('what is no page runs nothing, and what is private is stored nowhere', async ({
  request,
  playwright,
  appUrl,
  simulator,
  member,
}) => {
  await simulator.sends(member, 'jacket')
  await simulator.settles()
  const ada = await signedIn(playwright, appUrl, 'Ada Admin')
  const search = `${paths.api.conversations}?view=all&q=${encodeURIComponent(member.name)}`
  await expect.poll(async () => (await (await ada.get(search)).json()).items.length).toBe(1)
  const [{ id }] = (await (await ada.get(search)).json()).items
  const media = `${paths.api.conversations}/${id}/media`
  await expect
    .poll(async () => (await (await ada.get(media)).json()).items[0]?.state)
    .toBe('stored')
  const file = (await (await ada.get(media)).json()).items[0].url
  for (const address of [
    '/api/health',
    '/api/ready',
    '/api',
    '/api/nowhere.html',
    '/api/me',
    search,
    file,
    `/api/media/${randomUUID()}`,
    '/api/files/nothing.such',
    '/api/auth/session',
    '/api/auth/csrf',
    '/api/auth/nowhere',
    '/metrics',
    '/favicon.svg',
    '/api/conversations/%zz',
    ...scriptsOfTheBuild(),
  ])
    for (const who of [request, ada]) {
      const response = await who.get(address, { maxRedirects: 0 })
      expectSealed(response, address)
      const { 'content-security-policy': policy, 'cache-control': cache } = response.headers()
      expect(policy, address).toMatch(/^default-src 'none'; /)
      expect(policy, address).not.toContain('unsafe')
      if (address === file && who === ada) expect(policy).toContain('sandbox')
      else if (/^\/(api|metrics)/.test(address)) expect(cache, address).toContain('no-store')
    }
  for (const [method, address] of [
    ['POST', '/inbox'],
    ['PUT', '/favicon.svg'],
    ['PATCH', '/api/health'],
    ['DELETE', '/metrics'],
    ['TRACE', '/'],
    ['OPTIONS', '/'],
    ['OPTIONS', '/api/me'],
    ['POST', `/api/webhooks/${randomUUID()}`],
    ['POST', '/api/webhooks/nowhere'],
  ] as const) {
    const response = await request.fetch(address, { method })
    expectSealed(response, `${method} ${address}`)
    expect(response.status(), `${method} ${address}`).toBeLessThan(500)
  }
  await ada.dispose()
})

test('the stream is stored nowhere', async ({ playwright, appUrl }) => {
  const ada = await signedIn(playwright, appUrl, 'Ada Admin')
  const response = await ada.head(paths.api.stream)
  expectSealed(response, 'stream')
  expect(response.headers()['cache-control']).toBe('no-store, no-transform')
  await ada.dispose()
})

test('requests as no browser makes them are answered, and never with a failure of ours', async ({
  request,
}) => {
  const odd: [string, Record<string, string>][] = [
    ['/inbox', { 'Next-Router-State-Tree': 'nonsense', RSC: '1' }],
    ['/sign-in', { 'Next-Router-State-Tree': '%5B%22%22', RSC: '1' }],
    ['/sign-in', { RSC: '1', 'Next-Router-Prefetch': 'nonsense' }],
    ['/sign-in', { 'Next-Action': 'nonsense' }],
    ['/sign-in', { 'X-Middleware-Subrequest': 'proxy:proxy:proxy:proxy:proxy' }],
    ['/sign-in', { Connection: 'Upgrade', Upgrade: 'websocket' }],
    ['/sign-in?_rsc=%00', {}],
    ['/sign-in', { Range: 'bytes=nonsense' }],
    ['/sign-in', { 'Accept-Encoding': 'nonsense' }],
    ['/sign-in', { Cookie: 'stella-inbox.session=%; theme=%E4%BD' }],
    ['/_next/data/nonsense.json', {}],
    ['/_next/image?url=https%3A%2F%2Fevil.example%2F&w=1&q=1', {}],
    ['/sign-in?callbackUrl=%2F%2Fevil.example', {}],
    ['/api/auth/signin?callbackUrl=javascript:alert(1)', {}],
    ['/api/auth/error?error=nonsense', {}],
    ['/api/auth/verify-request', {}],
    ['/api/auth/signin/nowhere', {}],
    ['/api/auth/session', { Host: 'evil.example' }],
  ]
  for (const [address, headers] of odd) {
    const response = await request.get(address, { headers, maxRedirects: 0, timeout: 10_000 })
    const what = `${address} ${JSON.stringify(headers)}`
    expect(response.status(), what).toBeLessThan(500)
    expectSealed(response, what)
    expect(response.headers().location ?? '', what).not.toMatch(/evil|javascript/)
  }
})

test('what the sign-in library shows of its own is ours instead', async ({
  request,
  playwright,
  appUrl,
}) => {
  const ben = await signedIn(playwright, appUrl, 'Ben')
  for (const [asked, shown] of [
    ['signin', '/sign-in'],
    ['signin/credentials', '/sign-in'],
    ['signout', '/sign-out'],
    ['error', '/sign-in'],
    ['error?error=AccessDenied', '/sign-in'],
    ['signin?callbackUrl=javascript:alert(1)', '/sign-in'],
  ])
    for (const who of [request, ben]) {
      const response = await who.get(`/api/auth/${asked}`, { maxRedirects: 0 })
      expect(response.headers().location, asked).toContain(shown)
      expect(await response.text(), asked).not.toContain('<html')
    }
  await ben.dispose()
})

/** What every answer carries, of whatever kind. */
function expectSealed(response: APIResponse, what: string) {
  const headers = response.headers()
  expect(headers, what).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('camera=()'),
    'referrer-policy': 'same-origin',
  })
  expect(headers['content-security-policy'], what).toContain("default-src 'none'")
  expect(headers['cross-origin-resource-policy'], what).toMatch(/^(same|cross)-origin$/)
  for (const header of ['x-powered-by', 'access-control-allow-origin'])
    expect(headers, what).not.toHaveProperty(header)
}

/** A few files of the build, as a page asks for them. */
function scriptsOfTheBuild(): string[] {
  const chunks = readdirSync(path.join(TEST_DIST_DIR, 'static', 'chunks'))
  return [
    ...chunks.filter((name) => name.endsWith('.js')).slice(0, 2),
    ...chunks.filter((name) => name.endsWith('.css')).slice(0, 1),
    'nowhere.js',
  ].map((name) => `/_next/static/chunks/${name}`)
}
