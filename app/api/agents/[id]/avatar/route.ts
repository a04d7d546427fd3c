import { forAgent, parseId } from '@/lib/http/for-agent'
import { serveAvatar } from '@/lib/http/media/serve-avatar'

/** Somebody's picture. 404 where they have none. */
export const GET = forAgent<{ id: string }>((request, { ctx, params }) =>
  serveAvatar(ctx.sql, parseId(params.id), request),
)
