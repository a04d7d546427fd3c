import type { ChildProcess } from 'node:child_process'
import { type ProcessMessage, toProcessMessage, UNUSABLE_EXIT } from '@/lib/roles/place'
import type { ManagedProcess } from '../process/processes'

/** Before each start anew, growing; the last for every further one. */
const PAUSES_MS = [100, 500, 1_000, 2_000, 5_000, 10_000, 30_000]
/** Whoever worked for so long is started anew without a pause the next time. */
const SOUND_MS = 30_000
/** Starts that may fail before the first one that succeeds. */
const FIRST_TRIES_MAX = 4

export interface ProgramOptions {
  /** As it begins a sentence: "The worker". */
  name: string
  /** Starts the process. */
  open(): ChildProcess
  /** How long it may take to end once it was told to. */
  endMs: number
  /** What it says, but for that it is ready. */
  onMessage?(message: ProcessMessage): void
  /** Whether it does its work from now on. */
  onChange?(isReady: boolean): void
  log(line: string): void
  pausesMs?: number[]
}

/**
 * A process that is started again whenever it dies, after growing pauses, until it is stopped. One that has never been
 * ready and fails again and again, or says that it can't be used, is given up: then `ended` settles. One that was ready is
 * never given up, because what keeps it away (a database that is gone) need not keep the others from their work.
 */
export class Program implements ManagedProcess {
  readonly ended: Promise<string>
  private giveUp: (how: string) => void = () => {}
  private child: ChildProcess | undefined
  private gone: Promise<void> = Promise.resolve()
  private timer: NodeJS.Timeout | undefined
  private isStopping = false
  private isOver = false
  private wasReady = false
  private readyAt: number | undefined
  private failures = 0

  constructor(private readonly options: ProgramOptions) {
    this.ended = new Promise((resolve) => {
      this.giveUp = (how) => {
        this.isOver = true
        resolve(how)
      }
    })
  }

  get name() {
    return this.options.name
  }

  get pid() {
    return this.child?.pid
  }

  get isReady() {
    return this.readyAt !== undefined
  }

  hasEnded() {
    return this.isOver
  }

  /** It writes to where the launcher does, so whoever reads has read it already. */
  tail() {
    return ''
  }

  start() {
    const { log, name, open } = this.options
    const child = open()
    this.child = child
    child.on('message', (message) => this.hear(toProcessMessage(message)))
    this.gone = new Promise((resolve) => {
      const end = (how: string, code: number | null = null) => {
        child
          .off('exit', onExit)
          .off('error', onError)
          .on('error', () => {})
        resolve()
        this.noteEnd(how, code)
      }
      const onExit = (code: number | null, signal: NodeJS.Signals | null) =>
        end(signal ? `ended by ${signal}` : `exit ${code}`, code)
      // One that could not be started has no end of its own.
      const onError = (error: Error) => child.pid === undefined && end(error.message)
      child.on('exit', onExit).on('error', onError)
    })
    if (child.pid !== undefined) log(`${name} runs as process ${child.pid}.`)
  }

  send(message: ProcessMessage) {
    // A channel that breaks meanwhile tells the same as the end of the process.
    if (this.child?.connected) this.child.send(message, () => {})
  }

  /** It is not started again when it ends from now on: whoever told us to end may have told it too. */
  expectEnd() {
    this.isStopping = true
    clearTimeout(this.timer)
  }

  async stop() {
    this.expectEnd()
    const { child } = this
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), this.options.endMs)
    await this.gone
    clearTimeout(late)
  }

  private hear(message: ProcessMessage | undefined) {
    if (message?.inbox === 'ready') {
      this.readyAt = Date.now()
      this.wasReady = true
      this.options.onChange?.(true)
    } else if (message) this.options.onMessage?.(message)
  }

  private noteEnd(how: string, code: number | null) {
    const wasSound = this.readyAt !== undefined && Date.now() - this.readyAt >= SOUND_MS
    if (this.isReady) this.options.onChange?.(false)
    this.readyAt = undefined
    if (this.isStopping) return
    this.failures = wasSound ? 0 : this.failures + 1
    if (!this.wasReady && (code === UNUSABLE_EXIT || this.failures > FIRST_TRIES_MAX))
      return this.giveUp(this.failures > 1 ? `${how}, at each of ${this.failures} starts` : how)
    this.startAgain(how)
  }

  private startAgain(how: string) {
    const { log, name, pausesMs = PAUSES_MS } = this.options
    const place = Math.max(0, Math.min(this.failures - 1, pausesMs.length - 1))
    const pauseMs = pausesMs[place] ?? 0
    log(`${name} stopped by itself (${how}). It is started again in ${pauseMs / 1000} s.`)
    this.timer = setTimeout(() => this.start(), pauseMs)
  }
}

/** Several programs as one: the first that is given up gives all up, and they are stopped at once. */
export function together(programs: Program[]): ManagedProcess {
  let first = programs[0]
  const ended = Promise.race(
    programs.map(async (program) => {
      const how = await program.ended
      first = program
      return how
    }),
  )
  return {
    get name() {
      return first?.name ?? ''
    },
    pid: first?.pid,
    ended,
    hasEnded: () => programs.some((program) => program.hasEnded()),
    tail: () => '',
    stop: async () => void (await Promise.all(programs.map((program) => program.stop()))),
  }
}
