import { beforeEach, expect, test, vi } from 'vitest'
import { lockFold } from '@/lib/db/log/fold-lock'
import { readSettings } from '@/lib/env'
import { testInbox } from '@/lib/log/testing'
import { logger } from '@/lib/logger'
import { firstAdmin, setupSchema, spendSetupLink } from './first-admin'

const inbox = testInbox()
const settings = readSettings({
  DATABASE_URL: 'postgres://nowhere',
  APP_SECRET: 'a test secret of at least thirty-two bytes',
  PUBLIC_URL: 'https://inbox.example.com',
})
const ada = { email: 'ada@example.com', name: 'Ada', password: 'a long enough password' }
const ben = { ...ada, email: 'ben@example.com', name: 'Ben' }

beforeEach(async () => {
  await inbox.ctx.sql`truncate agents, setup_links cascade`
})

/** The token of the link that a start on an empty database prints. */
async function printedToken(): Promise<string> {
  const info = vi.spyOn(logger, 'info')
  await firstAdmin(inbox.ctx, settings)
  const [line] = info.mock.lastCall ?? []
  info.mockRestore()
  const address = new URL(String(line).split(' ').at(-1) ?? '')
  expect(address.origin + address.pathname).toBe('https://inbox.example.com/setup')
  return address.searchParams.get('token') ?? ''
}

function spend(token: string, admin = ada) {
  return spendSetupLink(inbox.ctx, setupSchema.parse({ ...admin, token }))
}

async function emails(): Promise<string[]> {
  return (await inbox.ctx.sql<{ email: string }[]>`select email from agents`).map(
    (row) => row.email,
  )
}

test('the link of an empty inbox makes its first admin, once', async () => {
  const token = await printedToken()
  expect(await spend(token)).toEqual({ id: expect.any(String) })
  expect(await inbox.ctx.sql`select email, role from agents`).toMatchObject([
    { email: 'ada@example.com', role: 'admin' },
  ])
  await expect(spend(token, ben)).rejects.toThrow('There is already an admin')
  await inbox.ctx.sql`truncate agents cascade`
  await expect(spend(token, ben)).rejects.toThrow('no longer works')
  expect(await emails()).toEqual([])
})

test('a link that is a day old, or that nobody gave out, opens nothing', async () => {
  const token = await printedToken()
  await inbox.ctx.sql`update setup_links set expires_at = now() - interval '1 second'`
  await expect(spend(token)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(spend('guessed')).rejects.toThrow('no longer works')
  expect(await emails()).toEqual([])
})

test('one link used by two at once, or two links of two processes, make one admin', async () => {
  const [one, other] = [await printedToken(), await printedToken()]
  for (const tokens of [
    [one, one],
    [one, other],
  ]) {
    await inbox.ctx.sql`truncate agents cascade`
    await inbox.ctx.sql`update setup_links set used_at = null`
    const ended = await Promise.allSettled([spend(tokens[0] ?? ''), spend(tokens[1] ?? '', ben)])
    expect(ended.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
    expect(await emails()).toHaveLength(1)
  }
})

test('the database keeps no link, only what proves one', async () => {
  const token = await printedToken()
  const rows = await inbox.ctx.sql`select * from setup_links`
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain(token)
})

test('with an admin in the settings there is no link, and with an agent there is neither', async () => {
  const given = { ...settings, ADMIN_EMAIL: ada.email, ADMIN_PASSWORD: ada.password }
  await Promise.all([firstAdmin(inbox.ctx, given), firstAdmin(inbox.ctx, given)])
  await firstAdmin(inbox.ctx, settings)
  expect(await emails()).toEqual(['ada@example.com'])
  expect(await inbox.ctx.sql`select 1 from setup_links`).toHaveLength(0)
})

test('an inbox that is too busy for the first admin leaves the link as it was', async () => {
  const token = await printedToken()
  await inbox.ctx.sql.begin(async (tx) => {
    await lockFold(tx)
    await expect(spend(token)).rejects.toThrow('Nothing was changed. Try again.')
  })
  expect(await spend(token)).toEqual({ id: expect.any(String) })
}, 20_000)
