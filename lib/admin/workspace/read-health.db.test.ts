import { expect, test } from 'vitest'
import { countRejected } from '@/lib/db/channel/channels'
import { testInbox } from '@/lib/log/testing'
import { readHealth } from './read-health'

const inbox = testInbox()

test('health counts the signatures that were wrong today and the events in quarantine', async () => {
  const { ctx } = inbox
  const { id } = await inbox.channel()
  const before = await read()
  expect(before.figures).toMatchObject({ rejected: { today: 0, channels: [] }, quarantined: 0 })
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)
  await ctx.sql.begin(async (tx) => {
    await countRejected(tx, id, day(0), 3)
    await countRejected(tx, id, day(1), 50)
  })
  await inbox.receive(id, 'this is no JSON', { of: 'a shape that nobody knows' })
  const after = await read()
  expect(after.figures.rejected).toEqual({ today: 3, channels: ['Channel whatsapp'] })
  expect(after.figures.quarantined).toBeGreaterThan(0)
  for (const name of ['workspace.health.rejected.name', 'workspace.health.quarantine.name'])
    expect(after.lines.find((line) => line.name.key === name)?.state).toBe('watch')
})

function read() {
  return readHealth({ ctx: inbox.ctx, streams: 0, dataDir: '.' })
}
