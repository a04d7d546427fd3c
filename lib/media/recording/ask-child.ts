import path from 'node:path'
import { type ReaderLimits, startReader } from '../start-reader'
import { type Told, toldSchema } from './told'

/** What the process may take: time ends it wherever it is, memory is the kernel's limit. */
export type ChildLimits = Required<ReaderLimits>

const LIMITS: ChildLimits = { timeMs: 30_000, cpuSeconds: 20, memoryMb: 1536 }
/** More at once would only keep everything else waiting. */
const CHILDREN_MAX = 2
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
  const child = startReader(CHILD, [file, mimeType], limits)
  return new Promise((resolve) => {
    const told: Told = {}
    child.on('message', (message) => Object.assign(told, toldSchema.safeParse(message).data))
    child.on('error', () => resolve(told))
    child.on('close', () => resolve(told))
  })
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
