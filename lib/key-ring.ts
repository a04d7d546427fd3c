import { hkdfSync } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'

/** Shorter secrets could be guessed. */
export const SECRET_BYTES_MIN = 32

/**
 * The secrets of an installation: the first is the one that seals and signs, the others are only read with. It may change
 * while the process runs, where the secrets lie in a file.
 */
export interface KeyRing {
  /** The current one first; never empty. */
  secrets(): string[]
  /** Looks whether the secrets changed since; true when they did. */
  refresh(): boolean
}

/** A ring that stays as it is: the settings APP_SECRET and APP_SECRET_OLD. */
export function fixedRing(current: string, old: string[] = []): KeyRing {
  const secrets = [current, ...old.filter((each) => each !== current)]
  return { secrets: () => secrets, refresh: () => false }
}

/**
 * A ring in a file, one secret a line, the current one first. Whoever rotates writes the file anew, and every process reads
 * it at the first value that it knows no key for, so nothing has to be restarted.
 */
export function fileRing(file: string): KeyRing {
  let stamp = stampOf(file)
  let secrets = readSecrets(readFileSync(file, 'utf8'))
  if (secrets.length === 0) throw new Error(`There is no secret in ${file}.`)
  return {
    secrets: () => secrets,
    refresh() {
      const now = stampOf(file)
      if (now === undefined || now === stamp) return false
      const found = readSecrets(readFileSync(file, 'utf8'))
      if (found.length === 0) return false
      stamp = now
      const isOther = found.join('\n') !== secrets.join('\n')
      secrets = found
      return isOther
    },
  }
}

/** The secrets in a text, one a line or with commas between; empty ones are none. */
export function readSecrets(text: string): string[] {
  return text
    .split(/[\n,]/)
    .map((each) => each.trim())
    .filter(Boolean)
}

function stampOf(file: string): string | undefined {
  try {
    const { mtimeMs, size, ino } = statSync(file)
    return `${mtimeMs} ${size} ${ino}`
  } catch {
    return undefined
  }
}

/** One secret serves several purposes without any of them revealing another. */
export function deriveKey(appSecret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', appSecret, '', purpose, 32))
}

/** The keys of a ring for one purpose, the current one first. */
export function ringKeys(ring: KeyRing, purpose: string): Buffer[] {
  return ring.secrets().map((secret) => deriveKey(secret, purpose))
}
