import type { ChildProcess } from 'node:child_process'
import path from 'node:path'
import { type ReaderLimits, startReader } from '../start-reader'
import { type Answer, type Asked, answerSchema } from './drawing'

/** A reader is used for so many pictures, so that nothing grows in it; its limits are for all of them together. */
const PICTURES_MAX = 100
const LIMITS: ReaderLimits = { cpuSeconds: 300, memoryMb: 2_560 }
/** A little more than the reader gives itself for one picture, and the time to start. */
const PICTURE_MS = 30_000
/** After so long without work its memory is given back. */
const IDLE_MS = 30_000
const SCRIPT = path.join('lib', 'media', 'picture', 'reader.ts')

interface Reader {
  child: ChildProcess
  asked: number
  idle?: NodeJS.Timeout
}

let reader: Reader | undefined
let last: Promise<unknown> = Promise.resolve()

/**
 * Lets the reader's process draw, one picture after the other. A picture that ends it is *unreadable*, and nothing else
 * suffers. Throws when no reader can be started: that says nothing about the picture.
 */
export function askReader(asked: Asked): Promise<Answer> {
  const answer = last.then(() => ask(asked))
  last = answer.catch(() => {})
  return answer
}

async function ask(asked: Asked): Promise<Answer> {
  const hadOthers = (reader?.asked ?? 0) > 0
  const answer = await askOnce(asked)
  // What ended it may be the sum of those before: by a new reader the picture is judged alone.
  if (!answer && hadOthers) return (await askOnce(asked)) ?? { refused: 'unreadable' }
  return answer ?? { refused: 'unreadable' }
}

/** Undefined when the reader ended, or was ended, over it. */
async function askOnce(asked: Asked): Promise<Answer | undefined> {
  const current = takeReader()
  current.asked += 1
  const answer = await answerOf(current.child, asked)
  if (!answer || current.asked >= PICTURES_MAX) end(current)
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
  const child = startReader(SCRIPT, [], LIMITS)
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

function answerOf(child: ChildProcess, asked: Asked): Promise<Answer | undefined> {
  return new Promise((resolve, reject) => {
    const settle = (work: () => void) => {
      clearTimeout(timer)
      child.off('message', onMessage).off('exit', onExit).off('error', onError)
      child.channel?.unref()
      work()
    }
    const onMessage = (message: unknown) =>
      settle(() => resolve(answerSchema.safeParse(message).data))
    const onExit = () => settle(() => resolve(undefined))
    const onError = () =>
      settle(() => (child.pid ? resolve(undefined) : reject(new Error(NOT_STARTED))))
    const timer = setTimeout(onExit, PICTURE_MS)
    child.on('message', onMessage).on('exit', onExit).on('error', onError)
    child.channel?.ref()
    child.send(asked, (error) => {
      if (error) onError()
    })
  })
}

const NOT_STARTED = 'The process that reads pictures could not be started.'
