import { forAgent, parseId } from '@/lib/http/for-agent'
import { serveMedia } from '@/lib/http/media/serve-media'

/** A small WebP of a stored picture. */
export const GET = forAgent<{ id: string }>((request, { runtime, params }) =>
  serveMedia(runtime, request, parseId(params.id), 'thumbnail'),
)
