import { createHash } from 'node:crypto'
import type { Queryable } from '@/lib/db/client'
import type { BrowserIdentity, SignInAccount } from '@/lib/db/people/known-browsers'
import { addTries, forgetTries, takeTriesBack } from '@/lib/db/people/sign-in-failures'
import { SIGN_IN_WINDOW_MS } from '@/lib/domain/people/sign-in-window'

/**
 * Tries in a window that did not succeed. An hour that begins anywhere touches five windows: whatever addresses strangers
 * have, at most 5 × 20 = 100 guesses an hour are looked at for one account.
 */
const MAX = {
  /** From one network, for whatever accounts. */
  network: 50,
  /** For one account from one network, or from one device that it knows. */
  pair: 10,
  /** For one account from networks and devices unknown to it. */
  account: 20,
  /** By all strangers together. */
  everybody: 2_000,
}

/** A try to sign in: who it is for and where it comes from. */
export interface Try {
  /** As `toEmail` made it. */
  email: string
  account: SignInAccount | undefined
  identity: BrowserIdentity
}

export type Verdict = 'allowed' | 'now-blocked' | 'blocked'

/**
 * Counts a try before the password is looked at, so that many at once can't slip through together. `blocked` when there
 * were too many: then the password is not tried; `now-blocked` for the first of those for one account. What strangers do
 * holds back no device that the account knows, and nothing that they do for an account a network that it knows. What is
 * refused counts no further: one network must not use up what all have together.
 */
export async function countTry(sql: Queryable, given: Try, now = Date.now()): Promise<Verdict> {
  const window = windowOf(now)
  const { network, account, everybody } = subjectsOf(given)
  if (network && tooMany(await addTries(sql, network, window)) > 0) {
    refuse(given.identity.network, window)
    return 'blocked'
  }
  const over = tooMany(await addTries(sql, account, window))
  if (over > 0) return over === 1 ? 'now-blocked' : 'blocked'
  return everybody && tooMany(await addTries(sql, everybody, window)) > 0 ? 'blocked' : 'allowed'
}

/** A right password: the try is forgotten. Gives how many wrong ones came from this browser shortly before. */
export async function noteSuccess(sql: Queryable, given: Try, now = Date.now()): Promise<number> {
  const { network = [], account, everybody = [] } = subjectsOf(given)
  const [pair = '', ...strangers] = account
  const others = [...network, ...strangers, ...everybody]
  if (others.length > 0) await takeTriesBack(sql, others, windowOf(now))
  // The right one was counted too.
  return Math.max(0, (await forgetTries(sql, pair)) - 1)
}

/** Counts a guess of their own password by somebody who is signed in. False when there were too many. */
export async function mayGuess(
  sql: Queryable,
  agentId: string,
  now = Date.now(),
): Promise<boolean> {
  return tooMany(await addTries(sql, [`pair ${agentId} own password`], windowOf(now))) <= 0
}

/**
 * Whether this network has had its tries. Then nobody who shows no device need be looked up, and nobody whose device the
 * account doesn't know (anybody can make one up) be counted or given a turn. Only what the table said before; another
 * process asks it and learns the same.
 */
export function isRefused(
  { network, deviceSha256 }: BrowserIdentity,
  account: 'not looked up' | SignInAccount | undefined,
  now = Date.now(),
): boolean {
  if (refused.get(network) !== windowOf(now)) return false
  return account === 'not looked up' ? deviceSha256 === undefined : !account?.knownDevice
}

const REFUSED_MAX = 10_000
const refused = new Map<string, number>()

function refuse(network: string, window: number) {
  if (refused.size >= REFUSED_MAX) refused.clear()
  refused.set(network, window)
}

/** By the id of the account: an e-mail can be written in many ways. One that there isn't is counted by its hash. */
function subjectsOf({ email, account, identity: { network, deviceSha256 } }: Try): {
  network?: string[]
  account: string[]
  everybody?: string[]
} {
  const who = account?.id ?? createHash('sha256').update(email).digest('hex')
  if (account?.knownDevice) return { account: [`pair ${who} device ${deviceSha256}`] }
  const wide = [`network ${network}`]
  const pair = `pair ${who} ${network}`
  if (account?.knownNetwork) return { network: wide, account: [pair] }
  return { network: wide, account: [pair, `account ${who}`], everybody: ['everybody'] }
}

/** By how many tries the fullest subject is over what it may have; 0 or less: none is. */
function tooMany(counts: Map<string, number>): number {
  return Math.max(...[...counts].map(([subject, count]) => count - MAX[kindOf(subject)]))
}

function kindOf(subject: string) {
  return subject.split(' ', 1)[0] as keyof typeof MAX
}

function windowOf(now: number): number {
  return Math.floor(now / SIGN_IN_WINDOW_MS) * SIGN_IN_WINDOW_MS
}
