import type { Queryable } from '@/lib/db/client'

const WINDOW_MS = 15 * 60_000
/** Attempts in a window: for one account from one address, and for one account from addresses unknown to it. */
const PAIR_MAX = 10
const STRANGERS_MAX = 25
/** An address counts as the account's own for this long after the last sign-in from it. */
const KNOWN_DAYS = 60

/**
 * Counts an attempt before the password is looked at, so that many at once can't slip through together. False when
 * there were too many: then the password is not tried. Addresses from which the account has signed in before are
 * not held back by what strangers do (speed: at most 100 guesses an hour are ever evaluated).
 */
export async function mayTry(sql: Queryable, email: string, address: string): Promise<boolean> {
  return (await countTry(sql, email, address)) === 'allowed'
}

/** As `mayTry`; `now-blocked` for the first of those that are not looked at. */
export async function countTry(
  sql: Queryable,
  email: string,
  address: string,
): Promise<'allowed' | 'now-blocked' | 'blocked'> {
  const { pair, account } = subjects(email, address)
  const [known] = await sql`
    select 1 from known_addresses where account = ${account} and address = ${address}
      and last_at > now() - make_interval(days => ${KNOWN_DAYS})`
  const counted = known ? [pair] : [pair, account]
  const rows = await sql<{ subject: string; count: number }[]>`
    insert into sign_in_failures (subject, "window", count)
    select unnest(${counted}::text[]), ${windowStart()}, 1
    on conflict (subject, "window") do update set count = sign_in_failures.count + 1
    returning subject, count`
  const over = rows.map(
    ({ subject, count }) => count - (subject === pair ? PAIR_MAX : STRANGERS_MAX),
  )
  if (over.every((tries) => tries <= 0)) return 'allowed'
  return Math.max(...over) === 1 ? 'now-blocked' : 'blocked'
}

/**
 * A right password: the attempt is forgotten and the address is known from now on. Gives how many wrong ones came from
 * this address shortly before.
 */
export async function noteSuccess(sql: Queryable, email: string, address: string): Promise<number> {
  const { pair, account } = subjects(email, address)
  const tries = await sql<{ count: number }[]>`
    delete from sign_in_failures where subject = ${pair} returning count`
  await sql`delete from sign_in_failures where "window" < ${windowStart()}`
  await sql`
    insert into known_addresses (account, address) values (${account}, ${address})
    on conflict (account, address) do update set last_at = now()`
  // The right one was counted too.
  return Math.max(0, tries.reduce((sum, { count }) => sum + count, 0) - 1)
}

function subjects(email: string, address: string) {
  const account = email.toLowerCase()
  return { account, pair: `${account} ${address}` }
}

function windowStart(): number {
  return Math.floor(Date.now() / WINDOW_MS) * WINDOW_MS
}
