import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { sweepIncoming } from './incoming'

test('what a dead process left half written goes at the next start; what is being written stays', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'stella-inbox-incoming-'))
  await mkdir(path.join(root, 'incoming'))
  for (const name of ['old', 'fresh']) await writeFile(path.join(root, 'incoming', name), name)
  const twoHoursAgo = new Date(Date.now() - 2 * 3_600_000)
  await utimes(path.join(root, 'incoming', 'old'), twoHoursAgo, twoHoursAgo)
  expect(await sweepIncoming(root)).toBe(1)
  expect(await readdir(path.join(root, 'incoming'))).toEqual(['fresh'])
  expect(await sweepIncoming(path.join(root, 'nowhere'))).toBe(0)
  await rm(root, { recursive: true })
})
