import { createHmac } from 'node:crypto'
import type { LabStep, LabVerdict } from '@/lib/domain/channel/signature-lab'
import { type Reason, reason } from '@/lib/i18n/reason'
import { changedBodies, keysOf } from './signature-changes'

/** A secret to try, under the name that the answer calls it by. The secret itself is never part of an answer. */
export interface LabSecret {
  name: Reason
  secret: string
  /** A secret of the channel that the delivery is meant for. */
  own: boolean
}

export interface LabInput {
  bytes: Uint8Array
  /** As it was pasted: the value, or the whole header line. */
  signature: string
  /** The header in which this connection signs. */
  header: string
  secrets: LabSecret[]
}

/**
 * Which step of signing differs (Facts §3.1): the header, the form of the signature, the bytes it was made over, or
 * the secret. Tries the ways in which bytes and secrets change on their way, on every secret given. Never tells what
 * a right signature would be: that would sign whatever somebody pastes.
 */
export function diagnoseSignature(input: LabInput): LabVerdict {
  const { name, value } = splitHeader(input.signature)
  const header = judgeHeader(name, input.header)
  const form = readForm(value)
  const match = form.digest && findMatch(input, form.digest)
  const steps = [header, form.step, judgeBytes(form.digest, match), judgeSecret(form.digest, match)]
  return { accepted: steps.every((step) => step.state === 'ok'), steps }
}

function splitHeader(pasted: string): { name?: string; value: string } {
  const line = /^\s*([A-Za-z][A-Za-z0-9-]*)\s*:\s*(.*)$/s.exec(pasted)
  return line ? { name: line[1], value: line[2] ?? '' } : { value: pasted }
}

function judgeHeader(name: string | undefined, expected: string): LabStep {
  if (!name) return step('header', 'ok', reason('connection.lab.headerRead', { header: expected }))
  if (name.toLowerCase() === expected.toLowerCase())
    return step('header', 'ok', reason('connection.lab.headerRight', { header: name }))
  const given = { given: name, header: expected }
  return step('header', 'differs', reason('connection.lab.headerOther', given))
}

const WELL_FORMED = /^[A-Za-z0-9+/]{43}=$/
const DIGEST_BYTES = 32

/** The digest that the text stands for, and what is wrong with the way it is written. */
function readForm(value: string): { digest?: Buffer; step: LabStep } {
  const say = (state: LabStep['state'], text: Reason) => step('signature', state, text)
  if (value.trim() === '')
    return { step: say('differs', reason('connection.lab.signatureMissing')) }
  if (WELL_FORMED.test(value))
    return { digest: fromBase64(value), step: say('ok', reason('connection.lab.formRight')) }
  const core = value
    .trim()
    .replace(/^["']|["']$/g, '')
    .replace(/^sha256=/i, '')
  const digest = toDigest(core)
  if (!digest) {
    const text = reason('connection.lab.formNone', { length: core.length })
    return { step: say('differs', text) }
  }
  return { digest, step: say('differs', reason(formOf(value, core))) }
}

function formOf(value: string, core: string) {
  if (/^[0-9a-f]{64}$/i.test(core)) return 'connection.lab.formHex'
  if (/sha256=/i.test(value)) return 'connection.lab.formPrefix'
  if (/[-_]/.test(core) || core.length === 43) return 'connection.lab.formUrl'
  return 'connection.lab.formSpaces'
}

function toDigest(text: string): Buffer | undefined {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex')
  return /^[A-Za-z0-9+/_-]{43}=?$/.test(text) ? fromBase64(text) : undefined
}

/** Node reads both alphabets of base64. */
function fromBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64')
  return bytes.length === DIGEST_BYTES ? bytes : undefined
}

interface Match {
  secret: LabSecret
  /** How the secret was changed; undefined: not at all. */
  secretChange?: Reason
  bodyChange?: Reason
}

/** The least surprising match: the bytes as they are before changed ones, the channel's own secrets before others. */
function findMatch({ bytes, secrets }: LabInput, digest: Buffer): Match | undefined {
  const ordered = [...secrets].sort((a, b) => Number(b.own) - Number(a.own))
  const bodies = [{ bytes: Buffer.from(bytes) }, ...changedBodies(Buffer.from(bytes))]
  for (const body of bodies)
    for (const secret of ordered)
      for (const key of keysOf(secret.secret))
        if (createHmac('sha256', key.bytes).update(body.bytes).digest().equals(digest))
          return { secret, secretChange: key.change, bodyChange: body.change }
  return undefined
}

function judgeBytes(digest: Buffer | undefined, match: Match | undefined): LabStep {
  if (!digest) return step('bytes', 'unknown', reason('connection.lab.noDigest'))
  if (!match) return step('bytes', 'unknown', reason('connection.lab.bytesUnknown'))
  if (!match.bodyChange) return step('bytes', 'ok', reason('connection.lab.bytesRight'))
  const change = match.bodyChange
  return step('bytes', 'differs', reason('connection.lab.bytesOther', { change }))
}

function judgeSecret(digest: Buffer | undefined, match: Match | undefined): LabStep {
  if (!digest) return step('secret', 'unknown', reason('connection.lab.noDigest'))
  if (!match) return step('secret', 'unknown', reason('connection.lab.secretUnknown'))
  const { name, own } = match.secret
  const change = match.secretChange
  if (!change)
    return step(
      'secret',
      own ? 'ok' : 'differs',
      reason('connection.lab.madeWith', { secret: name }),
    )
  return step(
    'secret',
    'differs',
    reason('connection.lab.madeWithChanged', { secret: name, change }),
  )
}

const STEP_NAMES: Record<LabStep['id'], Reason> = {
  header: reason('connection.lab.header'),
  signature: reason('connection.lab.signature'),
  bytes: reason('connection.lab.bytes'),
  secret: reason('connection.lab.secret'),
}

function step(id: LabStep['id'], state: LabStep['state'], text: Reason): LabStep {
  return { id, name: STEP_NAMES[id], state, text }
}
