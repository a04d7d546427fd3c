import { spawn } from 'node:child_process'
import { setPriority } from 'node:os'
import path from 'node:path'
import { type Told, toldSchema } from './told'

/** What a process that reads a stranger's file may take. Time ends it wherever it is; memory is the kernel's limit. */
export interface ChildLimits {
  /** On the clock. */
  timeMs: number
  /** Of a processor. */
  cpuSeconds: number
  /** What it may claim; a V8 that has done nothing yet claims up to 1 GB. Heap and decoders have limits of their own. */
  memoryMb: number
}

const LIMITS: ChildLimits = { timeMs: 30_000, cpuSeconds: 20, memoryMb: 1536 }
const HEAP_MB = 128
/** More at once would only keep everything else waiting. */
const CHILDREN_MAX = 2
/** Behind whoever answers people. */
const NICE = 5
const CHILD = path.join('lib', 'media', 'recording', 'child.ts')

/**
 * Looks into a recording in a process of its own and gives what that told before it ended, well or not. Never throws:
 * a file that breaks the reader tells less, and nothing else suffers.
 */
export async function askChild(
  file: string,
  mimeType: string,
  limits: ChildLimits = LIMITS,
): Promise<Told> {
  await takeTurn()
  try {
    return await run(file, mimeType, limits)
  } finally {
    endTurn()
  }
}

function run(file: string, mimeType: string, limits: ChildLimits): Promise<Told> {
  const { cpuSeconds, memoryMb, timeMs } = limits
  const script = `ulimit -t ${cpuSeconds}; ulimit -d ${memoryMb * 1024}; exec "$@"`
  const node = [process.execPath, '--import', 'tsx', `--max-old-space-size=${HEAP_MB}`]
  const child = spawn('/bin/sh', ['-c', script, 'sh', ...node, CHILD, file, mimeType], {
    // No secret of ours comes near a stranger's file.
    env: { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, NODE_ENV: process.env.NODE_ENV },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
    timeout: timeMs,
    killSignal: 'SIGKILL',
  })
  quieten(child.pid)
  return new Promise((resolve) => {
    const told: Told = {}
    child.on('message', (message) => Object.assign(told, toldSchema.safeParse(message).data))
    child.on('error', () => resolve(told))
    child.on('close', () => resolve(told))
  })
}

function quieten(pid: number | undefined) {
  try {
    if (pid) setPriority(pid, NICE)
  } catch {
    // It has ended already, or this system knows no priorities.
  }
}

let running = 0
const waiting: (() => void)[] = []

async function takeTurn() {
  if (running < CHILDREN_MAX) running += 1
  else await new Promise<void>((resolve) => waiting.push(resolve))
}

/** The turn goes to the next in line, or is free again. */
function endTurn() {
  const next = waiting.shift()
  if (next) next()
  else running -= 1
}
