import { type ManagedProcess, startNode } from '@/bin/process/processes'
import type { Stops } from './bench-inbox'

const START_TIMEOUT_MS = 60_000
const POLL_MS = 50

/** What the readers saw since they were asked last. */
export interface Sights {
  /** For each mark the moments, by the machine's clock in ms, at which a reader had it first. */
  seen: [mark: string, times: number[]][]
  /** Of all readers together. */
  bytes: number
  frames: number
  /** Streams that were opened, and that were lost, since the start. */
  open: number
  lost: number
}

export interface Readers {
  take(): Promise<Sights>
  stop(): Promise<void>
}

/** Starts the readers in a process of their own, and waits until every stream is open. */
export async function startReaders(
  life: Stops,
  { streams, ...env }: { streams: number } & Record<string, string | number>,
): Promise<Readers> {
  let found: (port: string) => void = () => {}
  const port = new Promise<string>((resolve) => {
    found = resolve
  })
  const child = startNode({
    name: 'The readers',
    args: ['--import', 'tsx', 'bench/support/stream-clients.ts'],
    env: { ...toTexts(env), STREAMS: String(streams) },
    onLine: (line) => {
      const told = /^port (\d+)$/.exec(line)?.[1]
      if (told) found(told)
    },
  })
  await life.onStop(child.stop)
  const url = `http://127.0.0.1:${await Promise.race([port, failed(child)])}/take`
  const take = async () => (await (await fetch(url)).json()) as Sights
  const end = Date.now() + START_TIMEOUT_MS
  while ((await take()).open < streams) {
    if (Date.now() > end || child.hasEnded())
      throw new Error(`Not every stream was opened.\n${child.tail()}`)
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
  return { take, stop: child.stop }
}

function toTexts(env: Record<string, string | number>): Record<string, string> {
  return Object.fromEntries(Object.entries(env).map(([name, value]) => [name, String(value)]))
}

async function failed(child: ManagedProcess): Promise<never> {
  await child.ended
  throw new Error(`The readers ended.\n${child.tail()}`)
}
