import { forAgent, parseId } from '@/lib/http/for-agent'
import { serveMedia } from '@/lib/http/media/serve-media'

/** The bytes of a stored file, whole or a range. 404 while it waits or when it could not be had. */
export const GET = forAgent<{ id: string }>((request, { runtime, params }) =>
  serveMedia(runtime, request, parseId(params.id), 'file'),
)
