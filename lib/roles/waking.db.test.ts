import { expect, test, vi } from 'vitest'
import { APPENDED_CHANNEL, announceAppended } from '@/lib/db/log/appended'
import { testInbox } from '@/lib/log/testing'
import type { Installation } from './open-installation'
import { type ProcessMessage, tellLauncher } from './place'
import { openWaking } from './waking'

const inbox = testInbox()

vi.mock('./place', async (original) => ({
  ...(await original<typeof import('./place')>()),
  tellLauncher: vi.fn(),
}))

test('a web wakes the worker of its machine by a message, and while it has none those of others by NOTIFY', async () => {
  const { sql } = inbox.ctx
  const heard = vi.fn()
  const { unlisten } = await sql.listen(APPENDED_CHANNEL, heard)
  const waking = await openWaking(web(), () => announceAppended(sql))
  waking.wake()
  await expect.poll(() => heard.mock.calls.length).toBe(1)
  expect(tellLauncher).not.toHaveBeenCalled()

  say({ inbox: 'worker', up: true })
  waking.wake()
  expect(tellLauncher).toHaveBeenCalledExactlyOnceWith({ inbox: 'appended' })

  say({ inbox: 'worker', up: false })
  waking.wake()
  await expect.poll(() => heard.mock.calls.length).toBe(2)
  expect(tellLauncher).toHaveBeenCalledTimes(1)
  await waking.stop()
  await unlisten()
})

function web(): Installation {
  const place = { role: 'web', place: 1, webs: 1 }
  return { ctx: inbox.ctx, place, report: () => {} } as unknown as Installation
}

/** As the launcher does. */
function say(message: ProcessMessage) {
  process.emit('message', message, undefined)
}
