import net from 'node:net'
import { Pool } from 'undici'
import { expect, test } from 'vitest'
import { TEST_DIST_DIR } from '@/bin/process/build'
import { connect } from '@/lib/db/client'
import { sign } from '@/lib/stella/signature/signature'
import { openInbox, startApp } from '../support/bench-inbox'
import { SECRET } from '../support/deliveries'
import { untilFolded } from '../support/folded'
import { residentMb } from '../support/memory'
import { CONNECTIONS, inParallel } from '../support/poster'
import { createFaultInbox } from './fault-cluster'
import { testLife } from './life'
import { IS_LONG, TIMEOUT_MS } from './schedule'

const MIB = 1024 * 1024
const BODIES = IS_LONG ? 2_000 : 64
const UNFINISHED = 200
const MANY_UNTIL = 4
/** Far below what once stood there (3.9 GB); 1.2 GB were seen, of which 0.5 are there at the start. */
const RESIDENT_MB_MAX = 1_600
const LOOK_MS = 200

const life = testLife()

test(
  `${BODIES} signed bodies of a mebibyte, of the kinds that take most memory to read, and ${UNFINISHED} that never end: the server stays small, and all is in the log`,
  async () => {
    const inbox = await openInbox(await createFaultInbox('large'))
    const app = await startApp(life, inbox, { distDir: TEST_DIST_DIR })
    const { port, origin, pathname } = new URL(app.webhookUrl)
    const pool = new Pool(origin, { connections: CONNECTIONS })
    await life.onStop(() => pool.destroy())
    const sql = connect(inbox.databaseUrl, { max: 1 })
    await life.onStop(() => sql.end())

    const idle = residentMb(app.pidOf('web'))
    let peak = idle
    const looking = setInterval(() => {
      peak = Math.max(peak, residentMb(app.pidOf('web')))
    }, LOOK_MS)
    const sockets = leaveUnfinished(Number(port), pathname)
    try {
      await inParallel(
        Array.from({ length: BODIES }, (_, index) => index),
        CONNECTIONS,
        (index) => deliver(pool, pathname, largeBody(index)),
      )
      await untilFolded(sql)
    } finally {
      clearInterval(looking)
      for (const socket of sockets) socket.destroy()
    }
    console.log(`Resident memory: ${idle.toFixed(0)} MB idle, ${peak.toFixed(0)} MB at the most.`)
    const [row] = await sql<{ count: number }[]>`
      select count(*) as count from events where kind = 'webhook'`
    expect(row?.count).toBe(BODIES)
    expect(app.child.hasEnded()).toBe(false)
    expect(peak).toBeLessThan(RESIDENT_MB_MAX)
  },
  TIMEOUT_MS,
)

/** Until it is taken: a server that has too much says 503, and a platform comes again. */
async function deliver(pool: Pool, path: string, bytes: Buffer): Promise<void> {
  const headers = { 'x-stella-signature': sign(SECRET, bytes) }
  for (;;) {
    const { statusCode, body } = await pool.request({ method: 'POST', path, headers, body: bytes })
    await body.dump()
    if (statusCode === 200) return
    expect(statusCode).toBe(503)
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  }
}

/** A list of nothing, a list of lists, a message with a long text, and thousands of messages at once. */
function largeBody(index: number): Buffer {
  const start = `{"n":${index},`
  const make = [
    () => `${start}"x":[${'{},'.repeat(MIB / 3 - 40)}{}]}`,
    () => `${start}"x":[${'[[]],'.repeat(MIB / 5 - 40)}[]]}`,
    () => `${start}"messages":[${message(index, 'x'.repeat(MIB - 300))}]}`,
    // Few of these: each is thousands of messages to fold.
    () =>
      `${start}"messages":[${index < MANY_UNTIL ? manyMessages(index) : message(index, 'y'.repeat(MIB / 2))}]}`,
  ][index % 4]
  return Buffer.from(make?.() ?? '').subarray(0, MIB)
}

/** As many as fit. */
function manyMessages(index: number): string {
  const one = message(index * 10_000, 'x')
  const count = Math.floor((MIB - 200) / (one.length + 8))
  return Array.from({ length: count }, (_, at) => message(index * 10_000 + at, 'x')).join(',')
}

function message(id: number, body: string): string {
  const message = { from: '85260903521', id: `wamid.${id}`, timestamp: '1795754040', type: 'text' }
  return JSON.stringify({ ...message, text: { body } })
}

function leaveUnfinished(port: number, path: string): net.Socket[] {
  return Array.from({ length: UNFINISHED }, () => {
    const socket = net.connect(port, '127.0.0.1')
    socket.on('error', () => {})
    socket.write(`POST ${path} HTTP/1.1\r\nHost: inbox\r\nContent-Length: ${MIB}\r\n\r\n`)
    socket.write(Buffer.alloc(MIB - 1, 'x'))
    return socket
  })
}
