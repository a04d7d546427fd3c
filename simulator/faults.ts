import { setTimeout as sleep } from 'node:timers/promises'
import type { Answer } from './router'
import type { Manner } from './wire/webhooks'

/**
 * What can go wrong, each asked for by a well-known text. `fail:NAME` in an agent's reply makes that reply fail so;
 * in a member's message, `duplicate`, `shuffle` and what the bot does act on that message and the rest on the next
 * reply to that member.
 * The control API asks for the same by name for the next n calls. Texts and meanings:
 *
 * | text | what happens |
 * | --- | --- |
 * | `fail:refuse` | HTTP 400 with `ok:0` and a reason; nothing is sent |
 * | `fail:ok0` | HTTP 200 with `ok:0` and a reason; nothing is sent |
 * | `fail:502` | HTTP 502 with a page of HTML; nothing is sent |
 * | `fail:429` | HTTP 429 with `Retry-After`, twice, then the same text goes through |
 * | `fail:503` | HTTP 503 with `Retry-After`, twice, then the same text goes through |
 * | `fail:502-accepted` | the message is sent, then HTTP 502 with a page of HTML |
 * | `fail:hang` | nothing is sent, the call is never answered |
 * | `fail:timeout` | the message is sent and echoed, the call is never answered |
 * | `fail:reset` | the message is sent and echoed, the connection is cut without an answer |
 * | `fail:slow` | the message is sent, the answer takes three seconds |
 * | `fail:duplicate` | every webhook of the message is delivered three times |
 * | `fail:shuffle` | the webhooks of the message are delayed and reordered |
 * | `fail:echo-first` | the echo arrives before the answer |
 * | `fail:late-echo` | the echo and the receipts come three seconds late |
 * | `fail:no-echo` | the message is sent, no echo ever comes |
 * | `fail:no-id` | neither the answer nor the echo tells the message's id |
 * | `fail:later` | the message is accepted, then reported as failed (status `failed`, code 470) |
 * | `fail:bot-speaks` | the bot answers the member although live chat is on |
 * | `fail:bot-takes-back` | the bot turns live chat off by itself and answers the member |
 */
export const FAULTS = {
  refuse: 'HTTP 400 with ok:0 and a reason; nothing is sent',
  ok0: 'HTTP 200 with ok:0 and a reason; nothing is sent',
  '502': 'HTTP 502 with a page of HTML; nothing is sent',
  '429': 'HTTP 429 with Retry-After, twice, then the same text goes through',
  '503': 'HTTP 503 with Retry-After, twice, then the same text goes through',
  '502-accepted': 'the message is sent, then HTTP 502 with a page of HTML',
  hang: 'nothing is sent, the call is never answered',
  timeout: 'the message is sent and echoed, the call is never answered',
  reset: 'the message is sent and echoed, the connection is cut without an answer',
  slow: 'the message is sent, the answer takes three seconds',
  duplicate: 'every webhook of the message is delivered three times',
  shuffle: 'the webhooks of the message are delayed and reordered',
  'echo-first': 'the echo arrives before the answer',
  'late-echo': 'the echo and the receipts come three seconds late',
  'no-echo': 'the message is sent, no echo ever comes',
  'no-id': "neither the answer nor the echo tells the message's id",
  later: 'the message is accepted, then reported as failed (status failed, code 470)',
  'bot-speaks': 'the bot answers the member although live chat is on',
  'bot-takes-back': 'the bot turns live chat off by itself and answers the member',
} as const

export type FaultName = keyof typeof FAULTS

export const FAULT_NAMES = Object.keys(FAULTS) as [FaultName, ...FaultName[]]

export const FAULT_APIS = ['sendResponses', 'member', 'live_chat', 'file', 'redirect'] as const
type FaultApi = (typeof FAULT_APIS)[number]

export interface Fault {
  fault: FaultName
  /** How many calls it still acts on. */
  times: number
  api: FaultApi
  channel?: string
  /** A member's external id. */
  member?: string
  /** How long `slow` takes and how late `late-echo` is, in ms. */
  ms?: number
  /** How often `duplicate` delivers, 2 to 10. */
  copies?: number
}

export interface FaultDesk {
  add(fault: Fault): void
  clear(): void
  list(): Fault[]
  /** Takes what acts on this call: by the words of the reply, and by what was asked for beforehand. */
  take(api: FaultApi, about: About, text?: string): Fault[]
}

/** Whom a call is about; `member` is an external id. */
export interface About {
  channel: string
  member?: string
}

const SLOW_MS = 3_000
const LATE_MS = 3_000
const COPIES = 3
/** How often a reply with `fail:429` or `fail:503` is put off before it goes through. */
const PUT_OFF_TIMES = 2

export function createFaultDesk(): FaultDesk {
  const asked: Fault[] = []
  const putOff = new Map<string, number>()

  const isStillPutOff = (about: About, text: string) => {
    const key = `${about.channel} ${about.member} ${text}`
    const times = (putOff.get(key) ?? 0) + 1
    putOff.set(key, times)
    return times <= PUT_OFF_TIMES
  }
  return {
    add: (fault) => void asked.push(fault),
    clear: () => {
      asked.length = 0
      putOff.clear()
    },
    list: () => [...asked],
    take(api, about, text = '') {
      const acting = asked.filter((fault) => actsOn(fault, api, about))
      for (const fault of acting) fault.times -= 1
      asked.splice(0, asked.length, ...asked.filter((fault) => fault.times > 0))
      const written = faultsIn(text).filter(
        (name) => (name !== '429' && name !== '503') || isStillPutOff(about, text),
      )
      return [...acting, ...written.map((fault) => ({ fault, times: 1, api }))]
    },
  }
}

/** The faults that a text asks for by its `fail:NAME` words, in any message. */
export function faultsIn(text: string): FaultName[] {
  const words = [...text.matchAll(/\bfail:([a-z0-9]+(?:-[a-z0-9]+)*)/g)].map((match) => match[1])
  return FAULT_NAMES.filter((name) => words.includes(name))
}

export function has(faults: Fault[], name: FaultName): boolean {
  return faults.some((fault) => fault.fault === name)
}

/** How the webhooks of a message with these faults go out. */
export function mannerOf(faults: Fault[]): Manner {
  const duplicate = faults.find((fault) => fault.fault === 'duplicate')
  const late = faults.find((fault) => fault.fault === 'late-echo')
  return {
    copies: duplicate ? (duplicate.copies ?? COPIES) : 1,
    shuffle: has(faults, 'shuffle'),
    lateMs: late && (late.ms ?? LATE_MS),
  }
}

/** Does the work of a call, or not, and answers well, or badly, as the faults say. `refuse` puts a reason in words. */
export async function answerUnder(
  faults: Fault[],
  refuse: (status: number, reason: string) => Answer,
  work: () => Answer | Promise<Answer>,
): Promise<Answer> {
  if (has(faults, 'refuse'))
    return refuse(400, 'The platform refused this call: the request is not acceptable.')
  if (has(faults, 'ok0'))
    return refuse(200, 'The platform could not do this: the member can not be reached.')
  if (has(faults, '502')) return BAD_GATEWAY
  if (has(faults, 'hang')) return { status: 0, body: '', ending: 'never' }
  if (has(faults, '429')) return withRetryAfter(refuse(429, 'Too many calls.'))
  if (has(faults, '503')) return withRetryAfter(refuse(503, 'The platform is busy.'))

  const answer = await work()
  const slow = faults.find((fault) => fault.fault === 'slow')
  if (slow) return answerSlowly(answer, slow.ms ?? SLOW_MS)
  if (has(faults, '502-accepted')) return { ...BAD_GATEWAY, afterwards: answer.afterwards }
  if (has(faults, 'timeout')) return { ...answer, ending: 'never' }
  if (has(faults, 'reset')) return { ...answer, ending: 'reset' }
  return answer
}

/** The echo does not wait for the slow answer. */
async function answerSlowly(answer: Answer, delayMs: number): Promise<Answer> {
  answer.afterwards?.()
  await sleep(delayMs, undefined, { ref: false })
  return { ...answer, afterwards: undefined }
}

function actsOn(fault: Fault, api: FaultApi, about: About): boolean {
  return (
    fault.api === api &&
    (!fault.channel || fault.channel === about.channel) &&
    (!fault.member || fault.member === about.member)
  )
}

const BAD_GATEWAY: Answer = {
  status: 502,
  headers: { 'Content-Type': 'text/html' },
  body: '<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center></body></html>',
}

function withRetryAfter(answer: Answer): Answer {
  return { ...answer, headers: { ...answer.headers, 'Retry-After': '1' } }
}
