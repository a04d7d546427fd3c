import { type ChildProcess, spawn } from 'node:child_process'
import { setPriority } from 'node:os'

/** What the kernel lets a process that reads a stranger's files take. */
export interface ReaderLimits {
  /** Of a processor, over the whole life of the process. */
  cpuSeconds: number
  /** What it may claim; a V8 that has done nothing yet claims up to 1 GB. Heap and decoders have limits of their own. */
  memoryMb: number
}

const HEAP_MB = 128
/** Behind whoever answers people. */
const NICE = 5

/**
 * Starts `script` as a process that reads what strangers made, with these limits, low priority and no secret of ours
 * in its environment. It answers by messages (docs/decisions/0027-one-reader-for-files.md).
 */
export function startReader(script: string, { cpuSeconds, memoryMb }: ReaderLimits): ChildProcess {
  const limited = `ulimit -t ${cpuSeconds}; ulimit -d ${memoryMb * 1024}; exec "$@"`
  const node = [process.execPath, `--max-old-space-size=${HEAP_MB}`]
  // The launcher names the compiled one.
  const program = process.env.INBOX_READER
    ? [process.env.INBOX_READER]
    : ['--import', 'tsx', script]
  const child = spawn('/bin/sh', ['-c', limited, 'sh', ...node, ...program], {
    env: { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, NODE_ENV: process.env.NODE_ENV },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  })
  quieten(child.pid)
  return child
}

function quieten(pid: number | undefined) {
  try {
    if (pid) setPriority(pid, NICE)
  } catch {
    // It has ended already, or this system knows no priorities.
  }
}
