import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { newState, type State } from './state'

const SAVE_DELAY_MS = 200

export interface Store {
  /** Notes that something changed; the file follows within SAVE_DELAY_MS. */
  touch(): void
  /** Writes now what is not yet written. */
  flush(): Promise<void>
}

/** What an earlier run left, or a fresh state; a file that can't be read is an error, never silently forgotten. */
export async function loadState(file: string | undefined): Promise<State> {
  if (!file) return newState()
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return newState()
  const [fresh, kept] = [newState(), JSON.parse(text) as State]
  return { ...fresh, ...kept, day: { ...fresh.day, ...kept.day } }
}

/** Keeps `snapshot()` in `file`: debounced, one write at a time, by rename so that a crash leaves the old or the new. */
export function createStore(file: string | undefined, snapshot: () => State): Store {
  if (!file) return { touch: () => {}, flush: async () => {} }
  let timer: NodeJS.Timeout | undefined
  let writing = Promise.resolve()

  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    writing = writing.catch(() => {}).then(() => writeAtomically(file, JSON.stringify(snapshot())))
    return writing
  }
  const touch = () => {
    timer ??= setTimeout(() => flush().catch(reportLostSave), SAVE_DELAY_MS)
  }
  return { touch, flush }
}

async function writeAtomically(file: string, text: string) {
  await mkdir(path.dirname(file), { recursive: true })
  const temporary = `${file}.${process.pid}.tmp`
  // It holds tokens and secrets.
  await writeFile(temporary, text, { mode: 0o600 })
  await rename(temporary, file)
}

function reportLostSave(error: unknown) {
  console.error('The simulator could not save its state:', error)
}
