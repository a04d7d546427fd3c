import { and, eq, lt, ne, sql } from 'drizzle-orm'
import { now } from '@/drizzle/schema/columns'
import { processes } from '@/drizzle/schema/workspace'
import type { ProcessFigures, SeenProcess } from '@/lib/domain/workspace/process-figures'
import type { Queryable } from '../client'
import { orm } from '../orm'

/** After a day nobody asks any more what became of a process. */
const FORGOTTEN = sql`now() - interval '1 day'`

/** What a process says of itself, again and again for as long as it lives. */
export type OwnProcess = Pick<typeof processes.$inferInsert, 'id' | 'role' | 'name' | 'host'> & {
  version: string
  figures: ProcessFigures
}

/** Says that a process lives, and forgets those that nobody has heard for a day. */
export async function putProcess(db: Queryable, own: OwnProcess): Promise<void> {
  await orm(db)
    .insert(processes)
    .values(own)
    .onConflictDoUpdate({
      target: processes.id,
      set: { seenAt: now, figures: own.figures },
    })
  await orm(db)
    .delete(processes)
    .where(and(lt(processes.seenAt, FORGOTTEN), ne(processes.id, own.id)))
}

/** Says that a process has ended as it should. */
export async function endProcess(db: Queryable, id: string): Promise<void> {
  await orm(db).update(processes).set({ ended: true, seenAt: now }).where(eq(processes.id, id))
}

/** All processes of the last day, by the clock of the database. */
export async function listProcesses(db: Queryable): Promise<SeenProcess[]> {
  const { id, role, name, host, ended, figures, seenAt } = processes
  const silentMs = sql<number>`(extract(epoch from now() - ${seenAt}) * 1000)::float8`
  return orm(db)
    .select({ id, role, name, host, ended, figures, silentMs })
    .from(processes)
    .orderBy(name, host, id)
}
