import { reason, type Said } from '@/lib/i18n/reason'

export const BYTE_WAYS = ['text', 'indented', 'hex'] as const
export type ByteWay = (typeof BYTE_WAYS)[number]

/** A body in the way somebody wants to read it. */
export function bytesShownAs(
  { body, bodyBase64 }: { body: string; bodyBase64: string },
  way: ByteWay,
): Said {
  if (way === 'hex') return toHexLines(fromBase64(bodyBase64)).join('\n')
  if (way === 'indented') return toPretty(body) ?? reason('log.bytes.notJson')
  return body
}

const LINE_BYTES = 16
/** More lines would make the page slow; the download has them all. */
const LINES_MAX = 512

/** Bytes as a hex dump, sixteen a line: place, bytes, and the letters among them. At most 8 KiB of them. */
export function toHexLines(bytes: Uint8Array): string[] {
  const lines: string[] = []
  for (let at = 0; at < bytes.length && lines.length < LINES_MAX; at += LINE_BYTES)
    lines.push(toHexLine(bytes.subarray(at, at + LINE_BYTES), at))
  return lines
}

function toHexLine(part: Uint8Array, at: number): string {
  const hex = [...part].map((byte) => byte.toString(16).padStart(2, '0')).join(' ')
  const letters = [...part]
    .map((byte) => (byte >= 32 && byte < 127 ? toLetter(byte) : '.'))
    .join('')
  return `${at.toString(16).padStart(6, '0')}  ${hex.padEnd(LINE_BYTES * 3 - 1)}  ${letters}`
}

function toLetter(byte: number): string {
  return String.fromCharCode(byte)
}

export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
}

/** JSON indented for reading; undefined for what is no JSON. */
export function toPretty(text: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return undefined
  }
}
