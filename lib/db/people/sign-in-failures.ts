import { eq, lt } from 'drizzle-orm'
import { signInFailures } from '@/drizzle/schema/sign-in'
import type { Queryable } from '../client'
import { orm } from '../orm'

/**
 * Counts one try for each subject in the window that begins at `window` (epoch ms), and gives the counts. Subjects in one
 * order, or two tries at once could wait for each other.
 */
export async function addTries(
  sql: Queryable,
  subjects: string[],
  window: number,
): Promise<Map<string, number>> {
  const rows = await sql<{ subject: string; count: number }[]>`
    insert into sign_in_failures (subject, "window", count)
    select subject, ${window}, 1 from unnest(${[...subjects].sort()}::text[]) as each (subject)
    on conflict (subject, "window") do update set count = sign_in_failures.count + 1
    returning subject, count`
  return new Map(rows.map(({ subject, count }) => [subject, count]))
}

/** Takes one try of each subject back: it was no failure. */
export async function takeTriesBack(sql: Queryable, subjects: string[], window: number) {
  await sql`
    update sign_in_failures set count = count - 1
    where count > 0 and "window" = ${window} and subject in (
      select subject from sign_in_failures
      where subject = any(${subjects}::text[]) and "window" = ${window} order by subject for update)`
}

/** Forgets all tries of a subject. Gives how many there were. */
export async function forgetTries(db: Queryable, subject: string): Promise<number> {
  const rows = await orm(db)
    .delete(signInFailures)
    .where(eq(signInFailures.subject, subject))
    .returning({ count: signInFailures.count })
  return rows.reduce((sum, { count }) => sum + count, 0)
}

/** Forgets windows that began before this moment (epoch ms). Gives how many rows. */
export async function purgeTries(db: Queryable, before: number): Promise<number> {
  return (await orm(db).delete(signInFailures).where(lt(signInFailures.window, before))).count
}
