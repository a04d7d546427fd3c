import type { Sql } from '@/lib/db/client'

const POLL_MS = 5

/** Waits until no event waits for the fold. */
export async function untilFolded(sql: Sql): Promise<void> {
  for (;;) {
    const [row] = await sql<{ waiting: boolean }[]>`
      select exists (select 1 from pending_events) as waiting`
    if (!row?.waiting) return
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}
