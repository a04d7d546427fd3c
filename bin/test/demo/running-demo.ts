import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Lifecycle } from '../../process/lifecycle'

const START_TIMEOUT_MS = 300_000
const END_TIMEOUT_MS = 40_000
/** The launcher ends with 0; npm, which got the Ctrl-C too, waits for it and then ends by the same signal. */
const CODES_AFTER_INTERRUPT = ['exit 0', 'exit 130', 'ended by SIGINT']
const ADDRESS = /^\s*Inbox\s+(http\S+)/

/** Runs an npm command in a folder, printing its lines; throws unless it succeeds. */
export async function npm(life: Lifecycle, folder: string, env: NodeJS.ProcessEnv, args: string[]) {
  const child = await start(life, folder, env, args)
  const how = await ended(child)
  if (how !== 'exit 0') throw new Error(`npm ${args.join(' ')}: ${how}`)
}

export interface RunningDemo {
  appUrl: string
  startedInMs: number
  /** Ctrl-C, as a terminal sends it: to everything in the foreground. Throws when that went wrong. */
  interrupt(): Promise<void>
}

/** `npm run demo` in a folder of the project, until it prints its address. */
export async function startDemo(
  life: Lifecycle,
  folder: string,
  env: NodeJS.ProcessEnv,
  args: string[],
): Promise<RunningDemo> {
  const startedAt = Date.now()
  const child = await start(life, folder, env, ['run', 'demo', '--', ...args])
  const appUrl = await within(
    START_TIMEOUT_MS,
    'The demo did not print its address',
    address(child),
  )
  return {
    appUrl,
    startedInMs: Date.now() - startedAt,
    interrupt: async () => {
      signal(child, 'SIGINT')
      const how = await within(END_TIMEOUT_MS, 'The demo did not end after Ctrl-C', ended(child))
      if (!CODES_AFTER_INTERRUPT.includes(how))
        throw new Error(`After Ctrl-C the demo ended with: ${how}`)
    },
  }
}

/** In a process group of its own, like a job of a terminal. */
async function start(life: Lifecycle, cwd: string, env: NodeJS.ProcessEnv, args: string[]) {
  const child = spawn('npm', args, {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  createInterface({ input: child.stdout }).on('line', (line) => console.log(`  | ${line}`))
  await life.onStop(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    signal(child, 'SIGTERM')
    await ended(child)
  })
  return child
}

function address(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (!child.stdout) return reject(new Error('npm has no output.'))
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = ADDRESS.exec(line)?.[1]
      if (found) resolve(found)
    })
    child.once('exit', (code) => reject(new Error(`The demo ended by itself (exit ${code}).`)))
  })
}

function ended(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    const tell = (code: number | null, name: NodeJS.Signals | null) =>
      resolve(name ? `ended by ${name}` : `exit ${code}`)
    if (child.exitCode !== null || child.signalCode !== null) tell(child.exitCode, child.signalCode)
    else child.once('exit', tell)
  })
}

function signal(child: ChildProcess, name: NodeJS.Signals) {
  if (child.pid !== undefined) process.kill(-child.pid, name)
}

async function within<Value>(ms: number, complaint: string, work: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${complaint} within ${ms / 1000} s.`)), ms)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
