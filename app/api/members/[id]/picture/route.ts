import { forAgent, parseId } from '@/lib/http/for-agent'
import { servePortrait } from '@/lib/http/media/serve-media'

/** A member's picture, as we keep it. Its address changes with it. */
export const GET = forAgent<{ id: string }>((request, { params, runtime }) =>
  servePortrait(runtime, request, parseId(params.id)),
)
