import type { Queryable } from '@/lib/db/client'
import { listProcesses } from '@/lib/db/workspace/seen-processes'
import { isPresent, isWorking } from '@/lib/domain/workspace/process-figures'

/** Whether somebody folds and runs jobs now, on whichever machine. */
export async function hasWorker(sql: Queryable): Promise<boolean> {
  const processes = await listProcesses(sql)
  return processes.some((each) => isWorking(each) && isPresent(each))
}
