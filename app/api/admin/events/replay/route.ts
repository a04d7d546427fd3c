import { replayEvents, replaySchema } from '@/lib/admin/log/replay-events'
import { readJson } from '@/lib/http/body/body'
import { forRole } from '@/lib/http/for-agent'

/** Folds webhooks again, or says what that would change: `{ dryRun, events, changed }`. */
export const POST = forRole('admin', async (request, { ctx, agent }) =>
  replayEvents(ctx, replaySchema.parse(await readJson(request)), agent.id),
)
