import { randomBytes } from 'node:crypto'
import { chown, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { readSecretStatus, resealSecrets, type SecretStatus } from '@/lib/admin/workspace/reseal'
import type { Context } from '@/lib/context'
import { readSecrets } from '@/lib/key-ring'
import type { Output } from './inbox-session'

/** How far what is sealed follows the current secret. Changes nothing. */
export async function showSecret(ctx: Context, output: Output): Promise<void> {
  const status = await readSecretStatus(ctx)
  output(status, toLines(status))
}

/**
 * Makes a new secret where the secrets lie in a file, and seals everything anew; the old one stays readable. Where they are
 * settings it only seals anew, because nobody but the operator can change those.
 */
export async function rotateSecret(
  ctx: Context,
  file: string | undefined,
  output: Output,
): Promise<void> {
  const before = await readSecretStatus(ctx)
  if (before.unreadable > 0) throw new Error(UNREADABLE)
  if (file === undefined && before.old === 0) throw new Error(BY_SETTINGS)
  if (file !== undefined) await addSecret(file)
  ctx.keys.refresh()
  const status = await resealSecrets(ctx)
  output(status, [
    'Everything is sealed under the new secret.',
    ...toLines(status),
    ...toAdvice(file),
  ])
}

/** Takes the older secrets out of the file, once nothing is sealed with them any more. */
export async function forgetOldSecrets(
  ctx: Context,
  file: string | undefined,
  output: Output,
): Promise<void> {
  if (file === undefined) throw new Error('Take APP_SECRET_OLD out of the settings and restart.')
  const status = await readSecretStatus(ctx)
  if (status.old > 0) throw new Error('Something is still sealed with an old secret. Rotate first.')
  await rewrite(file, (secrets) => secrets.slice(0, 1))
  ctx.keys.refresh()
  const after = await readSecretStatus(ctx)
  output(after, toLines(after))
}

function addSecret(file: string): Promise<void> {
  return rewrite(file, (secrets) => [randomBytes(32).toString('base64url'), ...secrets])
}

/** At once or not at all, for its owner alone, and never by two at a time. */
async function rewrite(file: string, change: (secrets: string[]) => string[]): Promise<void> {
  const next = path.resolve(`${file}.next`)
  const { uid, gid } = await stat(file)
  try {
    await writeFile(next, '', { mode: 0o600, flag: 'wx' })
  } catch {
    throw new Error(`${next} is there or can’t be written. Is another rotation under way?`)
  }
  try {
    // Read only now: what another rotation has added before must stay.
    const secrets = change(readSecrets(await readFile(file, 'utf8')))
    await writeFile(next, `${secrets.join('\n')}\n`)
    if (process.getuid?.() === 0) await chown(next, uid, gid)
    await rename(next, file)
  } catch (error) {
    await rm(next, { force: true })
    throw error
  }
}

function toLines({ keyId, total, current, old, unreadable, oldSecrets }: SecretStatus): string[] {
  return [
    `Current key ${keyId}: ${current} of ${total} tokens and channel secrets are sealed with it.`,
    ...(old > 0 ? [`${old} are sealed with an older secret.`] : []),
    ...(unreadable > 0 ? [`${unreadable} can’t be read. ${UNREADABLE}`] : []),
    ...(oldSecrets > 0 ? [`${oldSecrets} older secrets are still read with.`] : []),
  ]
}

function toAdvice(file: string | undefined): string[] {
  const drop =
    file === undefined ? 'take it out of APP_SECRET_OLD' : 'run `npm run inbox -- secret forget`'
  return [
    'The old secret still opens sessions for 12 hours and addresses of sent files for a week.',
    `After that ${drop}.`,
  ]
}

const UNREADABLE = 'Put the secret that they were sealed with into APP_SECRET_OLD.'
const BY_SETTINGS =
  'The secret is a setting here. Set APP_SECRET to a new one and APP_SECRET_OLD to the one of now, restart the inbox, and run this again.'
