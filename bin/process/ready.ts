import { setTimeout as pause } from 'node:timers/promises'
import type { ManagedProcess } from './processes'

const POLL_MS = 100
const CALL_TIMEOUT_MS = 5_000

/** Waits until `url` answers 200. Throws when the process that should answer ends, or after `timeoutMs`. */
export async function waitUntilReady(url: string, child: ManagedProcess, timeoutMs = 60_000) {
  const end = Date.now() + timeoutMs
  let last = 'no answer'
  while (Date.now() < end) {
    if (child.hasEnded())
      throw new Error(`${child.name} did not start (${await child.ended}).\n${child.tail()}`)
    last = await answerOf(url)
    if (last === '200') return
    await pause(POLL_MS)
  }
  throw new Error(`${child.name} was not ready in time (${last} from ${url}).\n${child.tail()}`)
}

async function answerOf(url: string): Promise<string> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(CALL_TIMEOUT_MS) })
    await response.arrayBuffer()
    return String(response.status)
  } catch {
    return 'no answer'
  }
}
