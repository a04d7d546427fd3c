import type { ConversationView } from '@/lib/view/conversation-view'
import { ownName, readOwn, writeOwn } from '../browser/own-storage'

const MEMORY = 'rung'
const MEMORY_MAX = 500
const LOCK = 'stella-inbox bell'

/**
 * One waiting: the same member who waits again later is another, also where the conversation was resolved in between while it
 * waited (`ownerSince` is then that of the new waiting).
 */
export function waitingKey({ id, ownerSince }: ConversationView): string {
  return `${id}:${ownerSince}`
}

/** Who began to wait and has not been rung for, in any tab of this browser; from here on they have. */
export function takeUnrung(waiting: ConversationView[], seen: ReadonlySet<string>) {
  const rung = readMemory()
  const fresh = waiting.filter((each) => {
    const key = waitingKey(each)
    return !seen.has(key) && !rung.includes(key)
  })
  if (fresh.length > 0) writeMemory([...rung, ...fresh.map(waitingKey)].slice(-MEMORY_MAX))
  return fresh
}

/**
 * Makes this tab the one that rings, as soon as no other does. Where the browser has no locks (no https), each tab
 * believes so, and the memory keeps them from ringing twice. Returns a function that gives it up.
 */
export function leadBell(onLead: () => void): () => void {
  const leaving = new AbortController()
  if (!navigator.locks) {
    onLead()
    return () => {}
  }
  navigator.locks
    .request(ownName(LOCK), { signal: leaving.signal }, () => {
      if (leaving.signal.aborted) return
      onLead()
      return new Promise<void>((release) => {
        leaving.signal.addEventListener('abort', () => release())
      })
    })
    .catch((error: unknown) => {
      if (!leaving.signal.aborted) throw error
    })
  return () => leaving.abort()
}

function readMemory(): string[] {
  try {
    const kept: unknown = JSON.parse(readOwn(MEMORY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((key) => typeof key === 'string') : []
  } catch {
    return []
  }
}

function writeMemory(keys: string[]) {
  writeOwn(MEMORY, JSON.stringify(keys))
}
