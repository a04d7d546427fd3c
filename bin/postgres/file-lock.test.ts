import { mkdir, mkdtemp, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { withLock } from './file-lock'

async function lockName(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'stella-inbox-lock-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return path.join(folder, 'postgres-lock')
}

test('one works at a time, and what fails lets the next one in', async () => {
  const file = await lockName()
  let working = 0
  const work = (fails: boolean) =>
    withLock(file, async () => {
      working += 1
      expect(working).toBe(1)
      await new Promise((resolve) => setTimeout(resolve, 20))
      working -= 1
      if (fails) throw new Error('on purpose')
    })
  const ended = await Promise.allSettled([work(false), work(true), work(false)])
  expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})

test('the lock of a process that died is taken over', async () => {
  const file = await lockName()
  await mkdir(file)
  const longAgo = new Date(Date.now() - 60_000)
  await utimes(file, longAgo, longAgo)
  expect(await withLock(file, async () => 'mine')).toBe('mine')
})
