import { deleteUpload } from '@/lib/db/media/uploads'
import { forAgent, parseId } from '@/lib/http/for-agent'
import { serveUpload } from '@/lib/http/media/serve-media'

/** The bytes of a file that waits in this agent's composer. */
export const GET = forAgent<{ id: string }>((request, { runtime, agent, params }) =>
  serveUpload(runtime, request, parseId(params.id), agent.id),
)

/** Takes a file out of the composer. Again is the same. */
export const DELETE = forAgent<{ id: string }>(async (_request, { ctx, agent, params }) => {
  await deleteUpload(ctx.sql, parseId(params.id), agent.id)
  return { ok: true }
})
