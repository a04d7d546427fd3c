import type { ChildProcess } from 'node:child_process'
import path from 'node:path'
import type { z } from 'zod'
import {
  type Asked,
  type Drawing,
  type Drawn,
  drawnSchema,
  type Heard,
  heardSchema,
  type Recording,
  type Refused,
  refusedSchema,
} from './asked'
import { type ReaderLimits, startReader } from './start-reader'

/** A reader is used for so many files, so that nothing grows in it; its limits are for all of them together. */
const FILES_MAX = 100
const LIMITS: ReaderLimits = { cpuSeconds: 300, memoryMb: 2_560 }
/** A little more than the reader gives itself for one file, and the time to start. */
const FILE_MS = 30_000
/** After so long without work its memory is given back. */
const IDLE_MS = 30_000
const SCRIPT = path.join('lib', 'media', 'reader', 'reader.ts')

interface Reader {
  child: ChildProcess
  asked: number
  idle?: NodeJS.Timeout
}

let reader: Reader | undefined
let last: Promise<unknown> = Promise.resolve()

/**
 * Lets the reader's process draw a picture. Files are read one after the other; one that ends the reader is
 * *unreadable*, and nothing else suffers. Throws when no reader can be started: that says nothing about the file.
 */
export function askToDraw(asked: Drawing): Promise<Drawn | Refused> {
  return takeTurn(asked, drawnSchema)
}

/** Lets the reader's process look into a recording, under the same terms. */
export function askToHear(asked: Recording): Promise<Heard | Refused> {
  return takeTurn(asked, heardSchema)
}

async function takeTurn<Answer>(
  asked: Asked,
  schema: z.ZodType<Answer>,
): Promise<Answer | Refused> {
  const answer = last.then(() => ask(asked))
  last = answer.catch(() => {})
  const parsed = schema.or(refusedSchema).safeParse(await answer)
  return parsed.data ?? { refused: 'unreadable' }
}

async function ask(asked: Asked): Promise<unknown> {
  const hadOthers = (reader?.asked ?? 0) > 0
  const answer = await askOnce(asked)
  // What ended it may be the sum of those before: by a new reader the file is judged alone.
  return !answer && hadOthers ? askOnce(asked) : answer
}

/** What takes too long is not tried twice: everybody else waits meanwhile. */
const LATE: Refused = { refused: 'unreadable' }

/** Undefined when the reader ended over it. */
async function askOnce(asked: Asked): Promise<unknown> {
  const current = takeReader()
  current.asked += 1
  const answer = await answerOf(current.child, asked)
  if (!answer || answer === LATE || current.asked >= FILES_MAX) end(current)
  else current.idle = setTimeout(() => end(current), IDLE_MS).unref()
  return answer
}

function takeReader(): Reader {
  reader ??= { child: open(), asked: 0 }
  clearTimeout(reader.idle)
  return reader
}

/** It never keeps this process alive by itself: it ends when its channel does. */
function open(): ChildProcess {
  const child = startReader(SCRIPT, LIMITS)
  const forget = () => {
    if (reader?.child === child) reader = undefined
  }
  child.on('error', forget)
  child.on('exit', forget)
  child.unref()
  child.channel?.unref()
  return child
}

function end(ended: Reader) {
  if (reader === ended) reader = undefined
  clearTimeout(ended.idle)
  ended.child.kill('SIGKILL')
}

function answerOf(child: ChildProcess, asked: Asked): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const settle = (work: () => void) => {
      clearTimeout(timer)
      child.off('message', onMessage).off('exit', onExit).off('error', onError)
      child.channel?.unref()
      work()
    }
    const onMessage = (message: unknown) => settle(() => resolve(message))
    const onExit = () => settle(() => resolve(undefined))
    const onError = () => settle(() => (child.pid ? resolve(undefined) : reject(notStarted())))
    const timer = setTimeout(() => settle(() => resolve(LATE)), FILE_MS)
    child.on('message', onMessage).on('exit', onExit).on('error', onError)
    child.channel?.ref()
    child.send(asked, (error) => {
      if (error) onError()
    })
  })
}

function notStarted(): Error {
  return new Error('The process that reads files could not be started.')
}
