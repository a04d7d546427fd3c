import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { isAlive } from '@/lib/is-alive'

const FOREVER = 'setInterval(() => {}, 1000)'

/** A launcher that started a process, which started another, and the ids of all three. */
async function family(options = ''): Promise<number[]> {
  const grandchild = `console.log('grandchild', process.pid); ${FOREVER}`
  const child = `
    require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(grandchild)}], { stdio: 'inherit' })
    console.log('child', process.pid); ${FOREVER}`
  const script = `
    import { launch } from './bin/process/lifecycle.ts'
    import { startNode } from './bin/process/processes.ts'
    launch(async (life) => {
      const started = startNode({ name: 'child', args: ['-e', ${JSON.stringify(child)}], env: {}, onLine: (line) => console.log(line) })
      await life.keep(started)
    }, { ${options} })`
  const args = ['--import', 'tsx', '--input-type=module', '-e', script]
  const launcher = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ids = new Map([['launcher', launcher.pid ?? 0]])
  createInterface({ input: launcher.stdout }).on('line', (line) => {
    const [name = '', id] = line.split(' ')
    ids.set(name, Number(id))
  })
  await expect.poll(() => ids.size, { timeout: 30_000 }).toBe(3)
  return [...ids.values()]
}

test.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)(
  'when a launcher is ended by %s nothing of what it started goes on',
  async (signal) => {
    const ids = await family()
    process.kill(ids[0] ?? 0, signal)
    await expect.poll(() => ids.filter(isAlive), { timeout: 20_000 }).toEqual([])
  },
)

test('what belongs to a process that is killed ends with it', async () => {
  const owner = spawn(process.execPath, ['-e', FOREVER], { stdio: 'ignore' })
  const ids = await family(`owner: ${owner.pid}`)
  owner.kill('SIGKILL')
  await expect.poll(() => ids.filter(isAlive), { timeout: 20_000 }).toEqual([])
})
