import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { TEST_DIST_DIR } from '@/bin/process/build'
import { signedIn } from '../support/accounts'
import { ROUTES } from '../support/route-table'
import { openStackDatabase, stackFile } from '../support/stack'
import { expect, test } from '../support/test'

/*
 * Runs after all stories: the secrets of the demo's connection and channels were made at random for this run and have
 * signed, called and failed all through it. They are the canaries.
 */

test('no secret is in any answer to an admin', async ({
  playwright,
  appUrl,
  simulator,
  member,
}) => {
  await simulator.says(member, 'A line to look at')
  await simulator.settles()
  const admin = await signedIn(playwright, appUrl, 'Ada Admin')
  const addresses = await everyAddress(async (address) => (await admin.get(address)).json())
  expect(addresses.length).toBeGreaterThan(20)
  for (const address of addresses) {
    const answer = await admin.get(address)
    expect(found(await answer.body()), address).toEqual([])
    expect(found(Buffer.from(JSON.stringify(answer.headers()))), address).toEqual([])
  }
  await admin.dispose()
})

test('no secret is in a file that browsers are given', () => {
  const files = filesIn(path.join(TEST_DIST_DIR, 'static'))
  expect(files.length).toBeGreaterThan(10)
  for (const file of files) expect(found(readFileSync(file)), file).toEqual([])
})

test('no secret is in a line that the app wrote', () => {
  const log = readFileSync(stackFile('stack.log'))
  expect(log.length).toBeGreaterThan(0)
  expect(found(log)).toEqual([])
})

test('no secret stands readable in the database: not in a table, not in the log, not in a job', async () => {
  const sql = openStackDatabase()
  const tables = await sql<{ name: string }[]>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`
  expect(tables.length).toBeGreaterThan(20)
  for (const { name } of tables)
    for (const secret of canaries()) {
      const hex = Buffer.from(secret).toString('hex')
      const [row] = await sql.unsafe(
        `select count(*)::int as hits from ${name} t
          where position($1 in t::text) > 0 or position($2 in t::text) > 0`,
        [secret, hex],
      )
      expect(row?.hits, name).toBe(0)
    }
  await sql.end()
})

/** The secrets of this run: the token, what signs each channel, and the key that everything is sealed with. */
function canaries(): string[] {
  const demo = JSON.parse(readFileSync(stackFile('demo.json'), 'utf8'))
  const channels: { secret: string }[] = Object.values(demo.channels)
  const secrets = [demo.accessToken, ...channels.map(({ secret }) => secret)]
  expect(secrets.length).toBeGreaterThan(3)
  for (const secret of secrets) expect(secret).toMatch(/^\w{40,}$/)
  return secrets
}

function found(bytes: Buffer): string[] {
  return canaries().filter((secret) => bytes.includes(secret))
}

/** Every address that can be read, with ids that there are. */
async function everyAddress(get: (address: string) => Promise<Listed>): Promise<string[]> {
  const { items } = await get('/api/conversations?view=all')
  const conversation = items[0]?.id ?? ''
  const thread = await get(`/api/conversations/${conversation}/messages`)
  const lists = { agents: '/api/admin/agents', connections: '/api/admin/connections' }
  const ids: Record<string, string> = { conversations: conversation }
  ids.agents = (await get(lists.agents)).items[0]?.id ?? ''
  ids.channels = items[0]?.channel?.id ?? ''
  if (lists.connections in ROUTES)
    ids.connections = (await get(lists.connections)).items[0]?.id ?? ''
  ids.events = String((await get('/api/admin/events')).items[0]?.id ?? 1)
  return Object.entries(ROUTES)
    .filter(([route, { GET }]) => GET && route !== '/api/stream' && !route.includes('[...'))
    .map(([route]) =>
      route
        .replace('[messageId]', thread.items[0]?.id ?? '')
        .replaceAll(/(\w+)\/\[\w+\]/g, (_, noun: string) => `${noun}/${ids[noun] ?? conversation}`),
    )
}

interface Listed {
  items: { id: string; channel?: { id: string } }[]
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile())
}
