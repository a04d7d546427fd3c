import type { Queryable } from '@/lib/db/client'

const WINDOW_MS = 15 * 60_000
/** Wrong passwords in a window: for one account from one address, and for one account from anywhere. */
const FAILURES_PAIR_MAX = 10
const FAILURES_ACCOUNT_MAX = 25

/**
 * Whether a password is to be tried at all. Guessing slows down by pair of account and address first, so that an
 * outsider at another address can't lock the owner out with a few tries.
 */
export async function isThrottled(
  sql: Queryable,
  email: string,
  address: string,
): Promise<boolean> {
  const rows = await sql<{ subject: string; count: number }[]>`
    select subject, count from sign_in_failures
    where "window" = ${windowStart()} and subject = any(${subjects(email, address)})`
  const counts = new Map(rows.map((row) => [row.subject, row.count]))
  const [pair, account] = subjects(email, address)
  return (
    (counts.get(pair) ?? 0) >= FAILURES_PAIR_MAX ||
    (counts.get(account) ?? 0) >= FAILURES_ACCOUNT_MAX
  )
}

export async function noteFailure(sql: Queryable, email: string, address: string): Promise<void> {
  await sql`delete from sign_in_failures where "window" < ${windowStart() - WINDOW_MS}`
  await sql`
    insert into sign_in_failures (subject, "window", count)
    select unnest(${subjects(email, address)}::text[]), ${windowStart()}, 1
    on conflict (subject, "window") do update set count = sign_in_failures.count + 1`
}

function subjects(email: string, address: string): [string, string] {
  const account = email.toLowerCase()
  return [`${account} ${address}`, account]
}

function windowStart(): number {
  return Math.floor(Date.now() / WINDOW_MS) * WINDOW_MS
}
