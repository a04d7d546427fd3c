import { channelsSeenBy } from '@/lib/domain/permissions'
import { forAgent } from '@/lib/http/for-agent'
import { openStream } from '@/lib/realtime/open-stream'

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-cache, no-transform',
  'X-Accel-Buffering': 'no',
}

/** Server-sent events: what changed after the feed number in `Last-Event-ID` or `?after=`, then what changes. */
export const GET = forAgent(async (request, { agent, sessionId, runtime }) => {
  const given =
    request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('after')
  const number = given === null || given === '' ? Number.NaN : Number(given)
  const after = Number.isSafeInteger(number) && number >= 0 ? number : undefined
  const body = openStream(
    { sql: runtime.ctx.sql, hub: runtime.hub },
    { sessionId, channelIds: channelsSeenBy(agent), after, signal: request.signal },
  )
  return new Response(body, { headers: HEADERS })
})

/** A look at the headers opens no stream: nobody would ever close it. */
export const HEAD = forAgent(async () => new Response(null, { headers: HEADERS }))
