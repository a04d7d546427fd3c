import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'

/** Runs a launcher, sends it `signal` when it prints `ready`, and tells all it printed and how it ended. */
async function run(main: string, { signal = 'SIGINT' as NodeJS.Signals, twice = false } = {}) {
  const script = `
    import { launch } from './bin/process/lifecycle.ts'
    import { startNode } from './bin/process/processes.ts'
    const say = (line) => console.log(line)
    const stop = (name) => async () => say('stopped ' + name)
    ${main}`
  return watch(['--import', 'tsx', '--input-type=module', '-e', script], signal, twice)
}

async function watch(args: string[], signal?: NodeJS.Signals, twice = false) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line)
      if (line !== 'ready' || !signal) return
      child.kill(signal)
      if (twice) child.kill(signal)
    })
  const [code] = await once(child, 'close')
  return { code, lines }
}

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'on %s what was started last is stopped first, and that is no failure',
  async (signal) => {
    const main = `launch(async (life) => {
      await life.onStop(stop('database'))
      await life.onStop(stop('app'))
      say('ready')
      setInterval(() => {}, 1000)
    })`
    const { code, lines } = await run(main, { signal })
    expect(lines).toEqual(['ready', 'stopped app', 'stopped database'])
    expect(code).toBe(0)
  },
)

test('a second Ctrl-C stops nothing twice', async () => {
  const main = `launch(async (life) => {
    await life.onStop(stop('app'))
    say('ready')
    setInterval(() => {}, 1000)
  })`
  const { lines } = await run(main, { twice: true })
  expect(lines).toEqual(['ready', 'stopped app'])
})

test('a signal during the start also stops what was just being started', async () => {
  const main = `launch(async (life) => {
    await life.onStop(stop('database'))
    setInterval(() => {}, 1000)
    say('ready')
    await new Promise((resolve) => process.once('SIGINT', resolve))
    await life.onStop(stop('simulator'))
    say('never')
  })`
  const { code, lines } = await run(main)
  expect(lines).toEqual(['ready', 'stopped database', 'stopped simulator'])
  expect(code).toBe(0)
})

test('when a process that must run dies, its last words are shown and everything stops', async () => {
  const main = `launch(async (life) => {
    await life.onStop(stop('database'))
    await life.keep(startNode({
      name: 'The simulator',
      args: ['-e', 'console.error("port is taken"); process.exitCode = 3'],
      env: {},
    }))
    setInterval(() => {}, 1000)
  })`
  const { code, lines } = await run(main)
  expect(lines).toEqual([
    'The simulator stopped by itself (exit 3).',
    'port is taken',
    'stopped database',
  ])
  expect(code).toBe(1)
})

test('what can not be stopped does not keep the rest running, and is told', async () => {
  const main = `launch(async (life) => {
    await life.onStop(stop('database'))
    await life.onStop(async () => { throw new Error('the app hangs') })
    throw new Error('no port is free')
  })`
  const { code, lines } = await run(main)
  expect(lines).toEqual(['no port is free', 'the app hangs', 'stopped database'])
  expect(code).toBe(1)
})

test('a process that ignores SIGTERM is ended by force', async () => {
  const deaf = 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000); console.log("up")'
  const main = `launch(async (life) => {
    let tell
    const up = new Promise((resolve) => { tell = resolve })
    const child = startNode({
      name: 'deaf', args: ['-e', ${JSON.stringify(deaf)}], env: {}, stopTimeoutMs: 200, onLine: tell,
    })
    await life.onStop(async () => { await child.stop(); say(await child.ended) })
    await up
    say('ready')
  })`
  const { lines } = await run(main)
  expect(lines).toEqual(['ready', 'ended by SIGKILL'])
})

test('--fresh deletes nothing where something lies that the demo did not make', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'stella-inbox-foreign-'))
  await writeFile(path.join(dataDir, 'secret'), 'ours')
  await writeFile(path.join(dataDir, 'thesis.txt'), 'not ours')
  const args = ['--import', 'tsx', 'bin/demo.ts', '--fresh', '--data-dir', dataDir]
  const { code, lines } = await watch(args)
  expect(code).toBe(1)
  expect(lines.join('\n')).toContain('thesis.txt')
  expect((await readdir(dataDir)).sort()).toEqual(['secret', 'thesis.txt'])
  await rm(dataDir, { recursive: true })
})

test('npm test names its steps when asked for one it does not have', async () => {
  const { code, lines } = await watch(['--import', 'tsx', 'bin/test.ts', 'everything'])
  expect(code).toBe(1)
  expect(lines).toEqual([
    'There is no step everything. Steps: lint, types, first-load, unit, db, faults, e2e, demo.',
  ])
})
