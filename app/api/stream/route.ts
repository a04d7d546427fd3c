import { z } from 'zod'
import { channelsSeenBy } from '@/lib/domain/permissions'
import { forAgent } from '@/lib/http/for-agent'
import { schemaMessage } from '@/lib/i18n/reason'
import { openStream } from '@/lib/realtime/open-stream'

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
}

const FEED_UNKNOWN = schemaMessage('failure.feedNumber')
const feedNumber = z
  .string()
  .regex(/^\d{1,15}$/, FEED_UNKNOWN)
  .transform(Number)
const query = z.object({ after: feedNumber.optional() })

/** Server-sent events: what changed after the feed number in `Last-Event-ID` or `?after=`, then what changes. */
export const GET = forAgent(async (request, { agent, sessionId, runtime }) => {
  const asked = query.parse(Object.fromEntries(new URL(request.url).searchParams)).after
  const after = feedNumber.safeParse(request.headers.get('last-event-id')).data ?? asked
  const body = openStream(
    { sql: runtime.ctx.sql, hub: runtime.hub },
    { sessionId, channelIds: channelsSeenBy(agent), after, signal: request.signal },
  )
  return new Response(body, { headers: HEADERS })
})

/** A look at the headers opens no stream: nobody would ever close it. */
export const HEAD = forAgent(async () => new Response(null, { headers: HEADERS }))
