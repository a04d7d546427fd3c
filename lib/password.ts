import { availableParallelism } from 'node:os'
import { hash, verify } from '@node-rs/argon2'
import { AppError } from './errors'
import { reason } from './i18n/reason'
import { Turns } from './turns'

export const PASSWORD_LENGTH_MAX = 200

/** argon2id (the library's default algorithm) with the parameters OWASP recommends: 19 MiB, two passes, one lane. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Some 30 ms each: whoever waits at the end of the line waits for about a second and a half. */
const TURNS_MAX = { running: availableParallelism() > 2 ? 2 : 1, known: 50, strangers: 25 }

/**
 * The turns in which passwords are hashed: all of this process together, or a flood of guesses would take the processor
 * from everything else. One for both module graphs that Next builds.
 */
export function passwordTurns(): Turns {
  shared[KEY] ??= new Turns(
    TURNS_MAX,
    () => new AppError('too_many', reason('signIn.tooManyAtOnce')),
  )
  return shared[KEY]
}

const KEY = Symbol.for('stella-inbox.password-turns')
const shared = globalThis as { [KEY]?: Turns }

export async function hashPassword(password: string): Promise<string> {
  return passwordTurns().take(() => makeHash(password))
}

/** Whether a password belongs to a hash, in a turn of its own. */
export async function isPassword(password: string, known: string | undefined): Promise<boolean> {
  return passwordTurns().take(() => isPasswordOf(password, known))
}

/**
 * As `isPassword`, for who has taken a turn. Without a hash (the e-mail is unknown) it takes the same time and says no,
 * so that time tells nobody which e-mails exist.
 */
export async function isPasswordOf(password: string, known: string | undefined): Promise<boolean> {
  // Made before the first of either kind is looked at, or that of an unknown e-mail would take longer.
  const unknown = await decoy()
  const isSame = await verify(known ?? unknown, password.normalize('NFKC'))
  return known !== undefined && isSame
}

let decoyHash: Promise<string> | undefined

function decoy(): Promise<string> {
  decoyHash ??= makeHash('no account has this password')
  return decoyHash
}

function makeHash(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), OPTIONS)
}
