import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { hashSources } from './source-hash'

test('a change of the code makes another hash, a change of its tests none', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'stella-inbox-code-'))
  try {
    await mkdir(path.join(folder, 'reading'))
    const write = (file: string, text: string) => writeFile(path.join(folder, file), text)
    await write('reading/read.ts', 'export const a = 1')
    const before = hashSources(['reading'], { base: folder })
    await write('reading/read.test.ts', 'test()')
    expect(hashSources(['reading'], { base: folder })).toBe(before)
    await write('reading/read.ts', 'export const a = 2')
    expect(hashSources(['reading'], { base: folder })).not.toBe(before)
  } finally {
    await rm(folder, { recursive: true })
  }
})
