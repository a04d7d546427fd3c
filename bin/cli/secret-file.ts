import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { isMissing } from '@/lib/errors'
import { readSecrets } from '@/lib/key-ring'

/** Where the secrets of the embedded database's installation lie: one a line, the current one first. */
export function secretFile(dataDir: string): string {
  return path.resolve(dataDir, 'secret')
}

/** The APP_SECRET kept in `{dataDir}/secret` (mode 600), made on the first start. */
export async function keepAppSecret(dataDir: string): Promise<string> {
  const kept = await readPrivate(secretFile(dataDir))
  if (kept !== undefined) return readSecrets(kept)[0] ?? ''
  const secret = randomBytes(32).toString('base64url')
  await writePrivate(secretFile(dataDir), secret)
  return secret
}

/** The text of a file; undefined when there is none. Any other trouble is thrown. */
export async function readPrivate(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** Writes a file that only this account can read. */
export async function writePrivate(file: string, text: string) {
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, text, { mode: 0o600 })
  await chmod(file, 0o600)
}
