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
  return rows.every(({ subject, count }) => count <= (subject === pair ? PAIR_MAX : STRANGERS_MAX))
}

/** A right password: the attempt is forgotten and the address is known from now on. */
export async function noteSuccess(sql: Queryable, email: string, address: string): Promise<void> {
  const { pair, account } = subjects(email, address)
  await sql`delete from sign_in_failures where "window" < ${windowStart()} or subject = ${pair}`
  await sql`
    insert into known_addresses (account, address) values (${account}, ${address})
    on conflict (account, address) do update set last_at = now()`
}

function subjects(email: string, address: string) {
  const account = email.toLowerCase()
  return { account, pair: `${account} ${address}` }
}

function windowStart(): number {
  return Math.floor(Date.now() / WINDOW_MS) * WINDOW_MS
}
