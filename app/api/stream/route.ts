import { forAgent } from '@/lib/http/for-agent'
import { STREAM_HEADERS, toStreamRequest } from '@/lib/http/stream/stream-request'
import { openStream } from '@/lib/realtime/open-stream'

/**
 * Server-sent events: what changed after the feed number in `Last-Event-ID` or `?after=`, then what changes. The server of
 * `npm start` answers who is signed in before this is asked (lib/http/stream/answer-stream.ts).
 */
export const GET = forAgent(async (request, { agent, sessionId, runtime }) => {
  const lastEventId = request.headers.get('last-event-id')
  const asked = toStreamRequest(new URL(request.url), lastEventId, { agent, sessionId })
  const body = openStream(
    { sql: runtime.ctx.sql, hub: runtime.hub },
    { ...asked, signal: request.signal },
  )
  return new Response(body, { headers: STREAM_HEADERS })
})

/** A look at the headers opens no stream: nobody would ever close it. */
export const HEAD = forAgent(async () => new Response(null, { headers: STREAM_HEADERS }))
