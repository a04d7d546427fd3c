import {
  appendFile,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { measureSpool } from './measure-spool'
import { Spool } from './spool'
import type { SpooledDelivery } from './spool-record'

const CHANNEL = '11111111-1111-4111-8111-111111111111'
const MIB = 1024 * 1024

let folder = ''
const spools: Spool[] = []

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'stella-inbox-spool-'))
})
afterEach(async () => {
  for (const spool of spools.splice(0)) await spool.close()
  await rm(folder, { recursive: true, force: true })
})

function open(bytesMax = 64 * MIB): Spool {
  const spool = new Spool(folder, bytesMax, () => {})
  spools.push(spool)
  return spool
}

function delivery(text: string): SpooledDelivery {
  return { channelId: CHANNEL, body: Buffer.from(text), headers: { a: 'b' }, receivedAt: 7 }
}

const names = async (ending = '.spool') =>
  (await readdir(folder)).filter((name) => name.endsWith(ending)).sort()

/** Takes everything out, in its order. */
async function drain(spool: Spool, limit = 256): Promise<string[]> {
  const found: string[] = []
  for (let batch = await spool.next(limit); batch; batch = await spool.next(limit)) {
    found.push(...batch.deliveries.map(({ body }) => body.toString()))
    await spool.pass(batch)
  }
  return found
}

const texts = (count: number, name = 'line') =>
  Array.from({ length: count }, (_, index) => `${name} ${index}`)

/** As after a crash: the files are those of a process that is gone. */
async function leaveBehind() {
  for (const name of await names())
    await rename(path.join(folder, name), path.join(folder, name.replace(/~\d+~/, '~999999999~')))
}

test('many at once are on the disk in their order, and gone from it once they are in the log', async () => {
  const spool = open()
  await Promise.all(texts(1_000).map((text) => spool.append(delivery(text))))
  expect(await names()).toHaveLength(1)
  expect((await stat(path.join(folder, (await names())[0] ?? ''))).mode & 0o777).toBe(0o600)
  expect(spool.isHolding).toBe(true)
  expect(await drain(spool, 100)).toEqual(texts(1_000))
  expect(spool.isHolding).toBe(false)
  expect(await names()).toEqual([])
})

test('what comes while it is emptied comes behind', async () => {
  const spool = open()
  await Promise.all(texts(10).map((text) => spool.append(delivery(text))))
  const first = await spool.next(4)
  const more = spool.append(delivery('later'))
  if (first) await spool.pass(first)
  await more
  expect(await drain(spool, 4)).toEqual([...texts(10).slice(4), 'later'])
})

test('after a crash another takes the file over, and goes on behind what is in the log', async () => {
  const crashed = open()
  await Promise.all(texts(10).map((text) => crashed.append(delivery(text))))
  const batch = await crashed.next(3)
  if (batch) await crashed.pass(batch)
  await leaveBehind()
  const next = open()
  expect(await next.adopt()).toBe(1)
  expect(next.isHolding).toBe(true)
  await next.append(delivery('new'))
  expect(await drain(next)).toEqual([...texts(10).slice(3), 'new'])
  expect(await names()).toEqual([])
})

test('of several who look at once, one takes each file over', async () => {
  for (const text of ['a', 'b', 'c']) {
    await open().append(delivery(text))
    await leaveBehind()
  }
  const all = [open(), open(), open()]
  const taken = await Promise.all(all.map((spool) => spool.adopt()))
  expect(taken.reduce((sum, count) => sum + count, 0)).toBe(3)
  const found = (await Promise.all(all.map((spool) => drain(spool)))).flat()
  expect(found.sort()).toEqual(['a', 'b', 'c'])
})

test('the file of a process on another machine is left alone while that process says it is there', async () => {
  const other = open()
  await other.append(delivery('theirs'))
  const [name = ''] = await names()
  const theirs = path.join(folder, name.replace(/^[^~]+/, 'elsewhere'))
  await rename(path.join(folder, name), theirs)
  const spool = open()
  expect(await spool.adopt()).toBe(0)
  const before = new Date(Date.now() - 60_000)
  await utimes(theirs, before, before)
  expect(await spool.adopt()).toBe(1)
  expect(await drain(spool)).toEqual(['theirs'])
})

test('whoever was taken for gone notices before it acknowledges, and writes to a file of its own', async () => {
  const stopped = open()
  await stopped.append(delivery('before'))
  await leaveBehind()
  const other = open()
  await other.adopt()
  await stopped.append(delivery('after'))
  expect(await drain(other)).toEqual(['before'])
  expect(await drain(stopped)).toEqual(['after'])
})

test('a record that was never written whole is left out; one that was changed is put aside, and the others go on', async () => {
  const crashed = open()
  for (const text of texts(3)) await crashed.append(delivery(text))
  await leaveBehind()
  const [name = ''] = await names()
  const file = path.join(folder, name)
  const bytes = await readFile(file)
  bytes[bytes.indexOf('line 1')] = 0
  await writeFile(file, bytes)
  await appendFile(file, bytes.subarray(64, 64 + 40))
  const spool = open()
  await spool.adopt()
  const batch = await spool.next(10)
  expect(batch?.deliveries.map(({ body }) => body.toString())).toEqual(['line 0', 'line 2'])
  expect(batch?.damaged).toHaveLength(1)
  expect(batch?.isTorn).toBe(true)
  const aside = (await batch?.file.setAside(batch.damaged[0] ?? Buffer.alloc(0))) ?? ''
  expect((await readFile(aside)).includes('ine 1')).toBe(true)
  if (batch) await spool.pass(batch)
  expect(spool.isHolding).toBe(false)
  expect(await names()).toEqual([])
})

test('a start of a file that can’t be believed costs nothing: all of it is read', async () => {
  const crashed = open()
  for (const text of texts(3)) await crashed.append(delivery(text))
  await leaveBehind()
  const [name = ''] = await names()
  const bytes = await readFile(path.join(folder, name))
  bytes.fill(255, 0, 64)
  await writeFile(path.join(folder, name), bytes)
  await writeFile(path.join(folder, name.replace(/[0-9a-f]{32}/, 'a'.repeat(32))), '')
  const spool = open()
  expect(await spool.adopt()).toBe(2)
  expect(await drain(spool)).toEqual(texts(3))
  expect(await names()).toEqual([])
})

test('what lies there is told without the process that wrote it, and without what is in the log', async () => {
  const now = Date.now()
  expect(await measureSpool(folder)).toEqual({ deliveries: 0, bytes: 0, oldestMs: 0, putAside: 0 })
  const spool = open()
  for (const text of texts(5)) await spool.append(delivery(text))
  const batch = await spool.next(2)
  await batch?.file.setAside(Buffer.from('odd'))
  if (batch) await spool.pass(batch)
  const told = await measureSpool(folder, now + 60_000)
  expect(told).toMatchObject({ deliveries: 3, putAside: 1 })
  expect(told.bytes).toBeGreaterThan(300)
  expect(told.oldestMs).toBeLessThanOrEqual(60_000)
  await drain(spool)
  expect(await measureSpool(folder)).toMatchObject({ deliveries: 0, bytes: 0, putAside: 1 })
})

test('with its room used up nothing more is taken, until there is room again', async () => {
  const spool = open(2 * MIB)
  await spool.append(delivery('x'.repeat(MIB)))
  await expect(spool.append(delivery('y'.repeat(MIB)))).rejects.toMatchObject({
    code: 'unavailable',
  })
  expect(await drain(spool)).toHaveLength(1)
  await spool.append(delivery('y'.repeat(MIB)))
})

test('where nothing can be written nothing is acknowledged, and nothing lies there', async () => {
  await rm(folder, { recursive: true })
  await writeFile(folder, 'a file where the folder should be')
  const spool = open()
  await expect(spool.append(delivery('lost'))).rejects.toThrow()
  await expect.poll(() => spool.isHolding).toBe(false)
})
