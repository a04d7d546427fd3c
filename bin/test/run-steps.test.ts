import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { processesOf } from './processes-of'
import { runSteps } from './run-steps'
import { failedOnce, NOTHING, passedOnce } from './step-outcome'
import { STEPS, type Step } from './test-steps'

const life = { onStop: async () => {}, keep: async () => {} }

/** What is printed until the end of the test. */
function printed(): string[] {
  const lines: string[] = []
  const log = vi.spyOn(console, 'log').mockImplementation((line) => void lines.push(String(line)))
  onTestFinished(() => log.mockRestore())
  return lines
}

function step(name: string, after: string[], run: Step['run'] = async () => passedOnce()): Step {
  return { name, title: `The ${name}`, after, run }
}

test('what waits for nothing runs side by side, and the rest after what it waits for', async () => {
  printed()
  const seen: string[] = []
  const seeing = (name: string, after: string[]) =>
    step(name, after, async () => {
      seen.push(`${name} starts`)
      await new Promise((resolve) => setTimeout(resolve, 20))
      seen.push(`${name} ends`)
      return passedOnce()
    })
  // Also when it is listed before.
  const ended = await runSteps(life, [seeing('c', ['a', 'b']), seeing('a', []), seeing('b', [])])
  expect(seen.slice(0, 2).sort()).toEqual(['a starts', 'b starts'])
  expect(seen.slice(4)).toEqual(['c starts', 'c ends'])
  expect(ended.map(({ outcome }) => outcome.passed)).toEqual([1, 1, 1])
})

test('a step whose build failed fails without being run, and says of what', async () => {
  printed()
  const run = vi.fn(async () => passedOnce())
  const build: Step = {
    ...step('build', [], async () => failedOnce('no')),
    for: ['stories'],
  }
  const [, stories, units] = await runSteps(life, [
    build,
    step('stories', ['build'], run),
    step('units', ['build']),
  ])
  expect(run).not.toHaveBeenCalled()
  expect(stories?.outcome.failures).toMatchObject([{ name: 'The build is not there.' }])
  expect(units?.outcome.failed).toBe(0)
})

test('lines of several steps say whose they are; a step that throws has failed, and the others go on', async () => {
  const lines = printed()
  const ended = await runSteps(life, [
    step('db', [], async ({ say }) => {
      say('hello')
      return passedOnce()
    }),
    step('unit', [], async () => {
      throw new Error('no disk')
    }),
    { ...step('build', [], async () => NOTHING), for: ['db'] },
  ])
  expect(lines).toContain('db       │ hello')
  expect(lines).toContain('unit     │ no disk')
  expect(lines.join('\n')).toMatch(/The db: 1 passed, 0 failed in \d\.\d s/)
  expect(lines.join('\n')).toMatch(/The build: ready in \d\.\d s/)
  expect(ended.map(({ outcome }) => outcome.failures.map(({ name }) => name))).toEqual([
    [],
    ['no disk'],
    [],
  ])
})

test('every step waits for steps that are there, and only the demo and a look at the build run beside the stories', () => {
  const names = STEPS.map(({ name }) => name)
  for (const { after, for: others = [] } of STEPS)
    expect(names).toEqual(expect.arrayContaining([...after, ...others]))
  const before = (name: string): string[] =>
    STEPS.filter((each) => each.name === name).flatMap(({ after }) => [
      ...after,
      ...after.flatMap(before),
    ])
  expect(new Set([...before('e2e'), 'e2e', 'demo', 'first-load'])).toEqual(new Set(names))
})

test('SIGTERM to npm test alone ends every step that runs, and it starts no further one', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'stella-inbox-runner-'))
  const env = { ...process.env, TMPDIR: folder }
  const args = ['--import', 'tsx', 'bin/test.ts', 'lint', 'types', 'unit', 'db']
  const run = spawn(process.execPath, args, {
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  run.stdout.on('data', (chunk) => void lines.push(String(chunk)))
  const ended = once(run, 'exit')
  await expect.poll(() => lines.join(''), { timeout: 50_000 }).toContain('── Types ──')
  process.kill(run.pid ?? 0, 'SIGTERM')
  const [code] = await ended
  expect(code).toBe(130)
  expect(lines.join('')).not.toMatch(/\d+ passed, \d+ failed\n$/)
  await expect.poll(() => processesOf(folder), { timeout: 20_000 }).toEqual([])
  await rm(folder, { recursive: true, force: true })
})
