import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readDoctor } from '@/lib/admin/workspace/doctor'
import { readSecretStatus, resealSecrets, type SecretStatus } from '@/lib/admin/workspace/reseal'
import { type Context, openContext } from '@/lib/context'
import { SecretCache } from '@/lib/inbox/channel/signing-secrets'
import { receiveEvent } from '@/lib/inbox/log/receive-event'
import { testTeam } from '@/lib/inbox/testing'
import { fileRing, fixedRing, readSecrets } from '@/lib/key-ring'
import { SECRET } from '@/lib/log/testing'
import { sign } from '@/lib/stella/signature/signature'
import { forgetOldSecrets, rotateSecret } from './inbox-secret'

const team = testTeam()
const FIRST = 'a test secret of at least thirty-two bytes'
const quiet = () => {}
const PATIENT = { timeout: 20_000 }
let folder: string
let file: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'stella-inbox-secret-'))
  file = path.join(folder, 'secret')
  await writeFile(file, FIRST, { mode: 0o600 })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A process of its own on the same database, with the secrets of the file. */
function processOn(): Context {
  return openContext({
    databaseUrl: team.ctx.databaseUrl,
    appSecret: fileRing(file),
    allowPrivate: true,
  })
}

const secretsIn = async () => readSecrets(await readFile(file, 'utf8'))

test('a secret is rotated while replies leave and deliveries come, and not one of them fails', async () => {
  const app = processOn()
  const operator = processOn()
  let isOver = false
  let load: Promise<unknown> | undefined
  try {
    const { id } = await team.takenConversation()
    let deliveries = 0
    let sends = 0
    const hasMoved = (before: { deliveries: number; sends: number }) =>
      deliveries > before.deliveries && sends > before.sends
    const deliver = async () => {
      for (; !isOver; deliveries += 1) {
        const bytes = Buffer.from(JSON.stringify({ delivery: deliveries }))
        const headers = new Headers({ 'X-Stella-Signature': sign(SECRET, bytes) })
        // Nothing is kept: every delivery opens the channel's secret.
        const receiver = { ...team.receiver, secrets: new SecretCache(app) }
        await receiveEvent(receiver, { channelId: team.channelId, bytes, headers })
      }
    }
    const send = async () => {
      for (; !isOver; sends += 1) {
        await team.reply(id, `reply ${sends}`)
        await team.runOutboxOf(app, id)
      }
    }
    load = Promise.all([deliver(), deliver(), send()])
    for (let round = 0; round < 4; round += 1) {
      const before = { deliveries, sends }
      await expect.poll(() => hasMoved(before), PATIENT).toBe(true)
      await rotateSecret(operator, file, quiet)
    }
    const after = { deliveries, sends }
    await expect.poll(() => hasMoved(after), PATIENT).toBe(true)
    isOver = true
    await load
    const replies = await team.replies(id)
    expect(replies).toHaveLength(sends)
    expect(new Set(replies.map(({ delivery }) => delivery))).toEqual(new Set(['sent']))
    expect(await secretsIn()).toHaveLength(5)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(await readSecretStatus(app)).toMatchObject({ old: 0, unreadable: 0, oldSecrets: 4 })

    await forgetOldSecrets(operator, file, quiet)
    expect(await secretsIn()).toHaveLength(1)
    // As each process looks every few seconds.
    expect(app.keys.refresh()).toBe(true)
    expect(await readSecretStatus(app)).toMatchObject({ old: 0, unreadable: 0, oldSecrets: 0 })
  } finally {
    isOver = true
    await load?.catch(() => undefined)
    await Promise.all([app.close(), operator.close()])
  }
})

test('of two rotations at once none loses the secret that the other has made', async () => {
  const before = await secretsIn()
  const app = processOn()
  try {
    const ends = await Promise.allSettled([1, 2, 3].map(() => rotateSecret(app, file, quiet)))
    const rotated = ends.filter(({ status }) => status === 'fulfilled').length
    expect(rotated).toBeGreaterThan(0)
    expect(await secretsIn()).toHaveLength(before.length + rotated)
    expect((await secretsIn()).slice(rotated)).toEqual(before)
    expect((await readSecretStatus(app)).unreadable).toBe(0)
  } finally {
    await app.close()
  }
})

test('progress is told, doctor says how far it is, and old secrets go only when nothing needs them', async () => {
  const [current = ''] = await secretsIn()
  const { databaseUrl } = team.ctx
  const next = 'the next secret of at least thirty-two bytes'
  const app = openContext({ databaseUrl, appSecret: fixedRing(next, [current]) })
  const lost = openContext({ databaseUrl, appSecret: next })
  try {
    const before = await readSecretStatus(app)
    expect(before).toMatchObject({ current: 0, old: before.total, unreadable: 0 })
    expect((await readSecretStatus(lost)).unreadable).toBe(before.total)
    const check = async (ctx: Context) =>
      (await readDoctor(ctx, '.')).checks.find(
        ({ name }) => name.key === 'workspace.health.secrets.name',
      )
    expect(await check(lost)).toMatchObject({
      state: 'bad',
      value: { key: 'workspace.health.secrets.lost' },
    })
    expect(await check(app)).toMatchObject({
      state: 'watch',
      value: { key: 'workspace.health.secrets.old' },
    })
    await expect(rotateSecret(lost, undefined, quiet)).rejects.toThrow(/APP_SECRET_OLD/)
    await expect(forgetOldSecrets(app, file, quiet)).rejects.toThrow(/Rotate first/)

    const steps: number[] = []
    const after: SecretStatus = await resealSecrets(app, (done) => steps.push(done))
    expect(steps).toEqual(Array.from({ length: before.total }, (_, index) => index + 1))
    expect(after).toMatchObject({ current: before.total, old: 0 })
    expect(await check(lost)).toMatchObject({ state: 'good' })
    await expect(rotateSecret(lost, undefined, quiet)).rejects.toThrow(
      /Set APP_SECRET to a new one/,
    )
  } finally {
    await Promise.all([app.close(), lost.close()])
  }
})
