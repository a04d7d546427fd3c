import { hasWorker } from '@/lib/admin/workspace/has-worker'
import { forAnyone } from '@/lib/http/for-agent'
import { getRuntime } from '@/lib/runtime'

/**
 * 200 when events can be made durable now, 503 otherwise. `worker` says whether they are folded too: a web without a
 * worker goes on taking them, so that is no reason to send none.
 */
export const GET = forAnyone(async () => {
  const { assertReady, ctx } = getRuntime()
  await assertReady()
  return { ready: true, database: true, worker: await hasWorker(ctx.sql) }
})
