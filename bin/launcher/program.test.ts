import { spawn } from 'node:child_process'
import { afterEach, expect, test } from 'vitest'
import { Program } from './program'

const SAY_READY = "process.send({ inbox: 'ready' });"
const LIVE = 'setInterval(() => {}, 1000);'

const opened: Program[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((program) => program.stop()))
})

/** A program whose every start runs the next of these scripts, and then the last one again. */
function openProgram(scripts: string[], pausesMs = [1, 2, 4, 8]) {
  const lines: string[] = []
  const changes: boolean[] = []
  let starts = 0
  const program = new Program({
    name: 'The worker',
    endMs: 2_000,
    pausesMs,
    log: (line) => lines.push(line.replace(/process \d+/, 'process N')),
    onChange: (isReady) => changes.push(isReady),
    open: () => {
      const script = scripts[Math.min(starts, scripts.length - 1)] ?? ''
      starts += 1
      return spawn(process.execPath, ['-e', script], {
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      })
    },
  })
  opened.push(program)
  program.start()
  return { program, lines, changes, starts: () => starts }
}

test('what dies is started again, after pauses that grow', async () => {
  const { lines, changes, program } = openProgram([
    `${SAY_READY} setTimeout(() => process.exit(1), 50)`,
    'process.exit(1)',
    'process.exit(1)',
    `${SAY_READY} ${LIVE}`,
  ])
  await expect.poll(() => changes, { timeout: 30_000 }).toEqual([true, false, true])
  expect(program.hasEnded()).toBe(false)
  expect(lines.filter((line) => line.includes('started again'))).toEqual([
    'The worker stopped by itself (exit 1). It is started again in 0.001 s.',
    'The worker stopped by itself (exit 1). It is started again in 0.002 s.',
    'The worker stopped by itself (exit 1). It is started again in 0.004 s.',
  ])
})

test('what dies at every start is given up, and says so', async () => {
  const { program, starts } = openProgram(['process.exit(3)'])
  expect(await program.ended).toBe('exit 3, at each of 5 starts')
  expect(program.hasEnded()).toBe(true)
  expect(starts()).toBe(5)
})

test('what says that it can not be used is given up at once', async () => {
  const { program, starts } = openProgram(['process.exit(78)'])
  expect(await program.ended).toBe('exit 78')
  expect(starts()).toBe(1)
})

test('what was ready once is never given up: what keeps it away need not keep the others from their work', async () => {
  const ready = `${SAY_READY} setTimeout(() => process.exit(1), 50)`
  const { program, starts } = openProgram([ready, 'process.exit(78)'])
  await expect.poll(starts, { timeout: 30_000 }).toBeGreaterThan(7)
  expect(program.hasEnded()).toBe(false)
})

test('what ends because it was told to is not started again, also where somebody else told it', async () => {
  const { program, changes, starts } = openProgram([`${SAY_READY} ${LIVE}`])
  await expect.poll(() => changes, { timeout: 30_000 }).toEqual([true])
  program.expectEnd()
  if (program.pid) process.kill(program.pid, 'SIGTERM')
  await program.stop()
  expect(starts()).toBe(1)
})
