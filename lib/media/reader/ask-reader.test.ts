import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askToDraw } from './ask-reader'

const PATIENCE_MS = 60_000

let folder: string
let file: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'stella-inbox-picture-'))
  file = path.join(folder, 'red.png')
  const red = { width: 900, height: 600, channels: 3, background: '#c33' } as const
  await writeFile(file, await sharp({ create: red }).png().toBuffer())
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test(
  'a reader that ends over a picture takes nothing with it: the pictures behind it are drawn',
  async () => {
    expect(await thumbnail()).toMatchObject({ width: 900, height: 600 })
    const asked = [thumbnail(), thumbnail(), thumbnail()]
    process.kill(readers()[0] ?? 0, 'SIGKILL')
    for (const answer of await Promise.all(asked)) expect(answer).toMatchObject({ width: 900 })
  },
  PATIENCE_MS,
)

test(
  'pictures are drawn in another process, which knows none of our settings',
  async () => {
    process.env.APP_SECRET = 'a secret that no decoder needs to know'
    await thumbnail()
    const [pid] = readers()
    expect(pid).not.toBe(process.pid)
    const environment = execFileSync('ps', ['eww', '-o', 'command=', '-p', String(pid)], {
      encoding: 'utf8',
    })
    expect(environment).toContain('reader.ts')
    expect(environment).not.toContain('a secret that no decoder')
  },
  PATIENCE_MS,
)

test(
  'what is no picture, is not there, or breaks off is refused',
  async () => {
    const text = path.join(folder, 'text.png')
    await writeFile(text, 'This is no picture.')
    expect(await askToDraw({ kind: 'thumbnail', file: text })).toEqual({ refused: 'unreadable' })
    const nowhere = path.join(folder, 'nowhere.png')
    expect(await askToDraw({ kind: 'thumbnail', file: nowhere })).toEqual({ refused: 'unreadable' })
    const portrait = { kind: 'portrait', bytes: Uint8Array.from([1, 2, 3]), sidePx: 160 } as const
    expect(await askToDraw(portrait)).toEqual({ refused: 'unreadable' })
  },
  PATIENCE_MS,
)

function thumbnail() {
  return askToDraw({ kind: 'thumbnail', file })
}

/** The ids of the readers that this process has started. */
function readers(): number[] {
  const found = execFileSync('pgrep', ['-P', String(process.pid), '-f', 'reader/reader.ts'], {
    encoding: 'utf8',
  })
  return found.trim().split('\n').map(Number)
}
