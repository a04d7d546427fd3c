import { expect, test } from 'vitest'
import { hasWorker } from '@/lib/admin/workspace/has-worker'
import { readHealth } from '@/lib/admin/workspace/read-health'
import { listProcesses } from '@/lib/db/workspace/seen-processes'
import { testInbox } from '@/lib/log/testing'
import type { Role } from './place'
import { Presence } from './presence'

const inbox = testInbox()

async function arrive(role: Role) {
  const place = { role, place: 1, webs: 1 }
  const presence = new Presence(inbox.ctx.sql, place, () => 3, failed)
  await presence.start()
  return presence
}

const failed = (error: unknown) => {
  throw error
}

test('a worker is known to every web while it lives, and known to have ended after it', async () => {
  const web = await arrive('web')
  expect(await hasWorker(inbox.ctx.sql)).toBe(false)
  expect((await lineOfWorker())?.state).toBe('bad')

  const worker = await arrive('worker')
  expect(await hasWorker(inbox.ctx.sql)).toBe(true)
  expect((await lineOfWorker())?.state).toBe('good')
  const known = await listProcesses(inbox.ctx.sql)
  expect(known.find(({ id }) => id === worker.id)).toMatchObject({
    role: 'worker',
    name: 'worker',
    ended: false,
    figures: { streams: 3 },
  })

  await worker.stop()
  expect(await hasWorker(inbox.ctx.sql)).toBe(false)
  expect((await lineOfWorker())?.value).toMatchObject({ key: 'workspace.health.worker.away' })
  await web.stop()
})

test('a worker that was killed is away once it has been silent for a while', async () => {
  const worker = await arrive('worker')
  expect(await hasWorker(inbox.ctx.sql)).toBe(true)
  await inbox.ctx.sql`
    update processes set seen_at = now() - interval '30 seconds' where id = ${worker.id}`
  expect(await hasWorker(inbox.ctx.sql)).toBe(false)
  await worker.stop()
})

async function lineOfWorker() {
  const { lines } = await readHealth({ ctx: inbox.ctx, dataDir: '.' })
  return lines.find(({ name }) => name.key === 'workspace.health.worker.name')
}
