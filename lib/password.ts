import { hash, verify } from '@node-rs/argon2'

export const PASSWORD_LENGTH_MAX = 200

/** argon2id (the library's default algorithm) with the parameters OWASP recommends: 19 MiB, two passes, one lane. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), OPTIONS)
}

/**
 * Whether a password belongs to a hash. Without a hash (the e-mail is unknown) it takes the same time and says no,
 * so that time tells nobody which e-mails exist.
 */
export async function isPassword(password: string, known: string | undefined): Promise<boolean> {
  // Made before the first of either kind is looked at, or that of an unknown e-mail would take longer.
  const unknown = await decoy()
  const matches = await verify(known ?? unknown, password.normalize('NFKC'))
  return known !== undefined && matches
}

let decoyHash: Promise<string> | undefined

function decoy(): Promise<string> {
  decoyHash ??= hashPassword('no account has this password')
  return decoyHash
}
