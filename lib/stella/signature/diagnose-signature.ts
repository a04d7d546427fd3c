import { createHmac } from 'node:crypto'
import type { LabStep, LabVerdict } from '@/lib/domain/channel/signature-lab'
import { changedBodies, keysOf } from './signature-changes'

/** A secret to try, under the name that the answer calls it by. The secret itself is never part of an answer. */
export interface LabSecret {
  name: string
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
  if (!name) return step('Header', 'ok', `We read the signature from ${expected}.`)
  if (name.toLowerCase() === expected.toLowerCase())
    return step('Header', 'ok', `${name} is the header that we read.`)
  const text = `It came in ${name}, but we read ${expected}. The header is a setting of the connection.`
  return step('Header', 'differs', text)
}

const WELL_FORMED = /^[A-Za-z0-9+/]{43}=$/
const DIGEST_BYTES = 32

/** The digest that the text stands for, and what is wrong with the way it is written. */
function readForm(value: string): { digest?: Buffer; step: LabStep } {
  const say = (state: LabStep['state'], text: string) => step('Signature', state, text)
  if (value.trim() === '') return { step: say('differs', 'There is no signature.') }
  if (WELL_FORMED.test(value))
    return { digest: fromBase64(value), step: say('ok', 'Base64 of 32 bytes, as it must be.') }
  const core = value
    .trim()
    .replace(/^["']|["']$/g, '')
    .replace(/^sha256=/i, '')
  const digest = toDigest(core)
  if (!digest) {
    const text = `This is no digest of 32 bytes: base64 of it has 44 characters, this has ${core.length}.`
    return { step: say('differs', text) }
  }
  return { digest, step: say('differs', `${formOf(value, core)} We accept plain base64 only.`) }
}

function formOf(value: string, core: string): string {
  if (/^[0-9a-f]{64}$/i.test(core)) return 'The digest is written in hex.'
  if (/sha256=/i.test(value)) return 'The digest has “sha256=” before it.'
  if (/[-_]/.test(core) || core.length === 43) return 'The digest is written in base64url.'
  return 'There are spaces or quotes around the digest.'
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
  secretChange?: string
  bodyChange?: string
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
  if (!digest) return step('Bytes', 'unknown', 'Without a digest there is nothing to compare.')
  if (!match) {
    const text =
      'No secret we know gives this signature over these bytes, nor over the usual changes of them.'
    return step('Bytes', 'unknown', text)
  }
  if (!match.bodyChange) return step('Bytes', 'ok', 'It was made over exactly these bytes.')
  return step('Bytes', 'differs', `Other bytes were signed: the body ${match.bodyChange}.`)
}

function judgeSecret(digest: Buffer | undefined, match: Match | undefined): LabStep {
  if (!digest) return step('Secret', 'unknown', 'Without a digest there is nothing to compare.')
  if (!match) {
    const text =
      'Either the secret is none we hold, or the bytes changed in another way. Paste the secret that Stella shows to tell which.'
    return step('Secret', 'unknown', text)
  }
  const { secret, secretChange } = match
  const change = secretChange ? `, ${secretChange}` : ''
  if (secret.own && !secretChange) return step('Secret', 'ok', `It was made with ${secret.name}.`)
  return step('Secret', 'differs', `It was made with ${secret.name}${change}.`)
}

function step(name: LabStep['name'], state: LabStep['state'], text: string): LabStep {
  return { name, state, text }
}
