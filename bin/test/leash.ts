import { spawn } from 'node:child_process'
import type { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** First asked to end, and what hasn't ten seconds later is killed. */
const END_GROUP = 'kill -s TERM -- "-$1"; sleep 10; kill -s KILL -- "-$1"'
const CLEAR_AWAY = 'exec "$1" --import tsx bin/test/clear-away.ts "$2"'

/**
 * Ends a process group once this process is gone, however it went: by SIGKILL too, which nobody can catch. Gives what
 * calls that off, for when the group has ended by itself.
 */
export function leashGroup(groupId: number): () => void {
  return onDeath(END_GROUP, [String(groupId)])
}

/** Stops the Postgres of a temporary data folder, and deletes it, once this process is gone without having done so. */
export function leashDatabase(dataDir: string): () => void {
  return onDeath(CLEAR_AWAY, [process.execPath, dataDir])
}

/**
 * A shell in a session of its own waits at a pipe that only we hold: it reads the end of it when we are gone. While it
 * waits it keeps nobody running.
 */
function onDeath(script: string, args: string[]): () => void {
  const command = `read -r word; [ "$word" = done ] && exit 0; ${script}`
  const child = spawn('/bin/sh', ['-c', command, 'sh', ...args], {
    cwd: ROOT,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  child.on('error', () => {})
  child.unref()
  const pipe = child.stdin as Writable & { unref?: () => void }
  pipe.on('error', () => {})
  pipe.unref?.()
  return () => void pipe.end('done\n')
}
