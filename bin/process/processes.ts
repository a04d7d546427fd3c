import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { leashGroup } from '../test/leash'

const STOP_TIMEOUT_MS = 10_000
const TAIL_LINES = 30

export interface ManagedProcess {
  name: string
  pid: number | undefined
  /** Settles when the process is gone, with words for how it ended. Never rejects. */
  ended: Promise<string>
  hasEnded(): boolean
  /** The last lines it wrote. */
  tail(): string
  /** SIGTERM, or what it wants instead, to its whole process group, then SIGKILL when it takes too long. */
  stop(): Promise<void>
}

interface Start {
  name: string
  args: string[]
  env: Record<string, string>
  /** Every line the process writes, on either stream. */
  onLine?: (line: string) => void
  /** What asks it to end; SIGTERM unless it wants another. */
  stopSignal?: NodeJS.Signals
  /** How long it may take to end after that. */
  stopTimeoutMs?: number
}

/**
 * Starts `node` with these arguments in a process group of its own, so that Ctrl-C reaches only the launcher,
 * which ends its children in order. When the launcher itself is killed, a leash ends them.
 */
export function startNode({
  name,
  args,
  env,
  onLine,
  stopSignal = 'SIGTERM',
  stopTimeoutMs = STOP_TIMEOUT_MS,
}: Start): ManagedProcess {
  const child = spawn(process.execPath, args, {
    detached: true,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const unleash = child.pid === undefined ? () => {} : leashGroup(child.pid)
  const lines = collectLines(child, onLine)
  let over = false
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', (code, signal) => resolve(signal ? `ended by ${signal}` : `exit ${code}`))
  }).then((how) => {
    over = true
    unleash()
    return how
  })
  const hasEnded = () => over
  const stop = async () => {
    if (!hasEnded()) await stopGroup(child, ended, stopSignal, stopTimeoutMs)
  }
  return { name, pid: child.pid, ended, hasEnded, tail: () => lines.join('\n'), stop }
}

/** The command line of a running process; undefined where this system doesn't tell. */
export function commandOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return commandFromPs(pid)
  }
}

function commandFromPs(pid: number): string | undefined {
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' })
  } catch {
    return undefined
  }
}

function collectLines(child: ChildProcess, onLine: Start['onLine']): string[] {
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line)
      if (lines.length > TAIL_LINES) lines.shift()
      onLine?.(line)
    })
  }
  return lines
}

async function stopGroup(
  child: ChildProcess,
  ended: Promise<string>,
  signal: NodeJS.Signals,
  timeoutMs: number,
) {
  signalGroup(child, signal)
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), timeoutMs)
  await ended
  clearTimeout(timer)
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals) {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    child.kill(signal)
  }
}
