import { z } from 'zod'
import type { Viewer } from '@/lib/domain/people/viewer'
import { channelsSeenBy } from '@/lib/domain/permissions'
import { schemaMessage } from '@/lib/i18n/reason'
import type { StreamRequest } from '@/lib/realtime/open-stream'

export const STREAM_HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
}

/** More than a browser's tabs show; what is beyond counts as not shown. */
const SHOWN_MAX = 50

const FEED_UNKNOWN = schemaMessage('failure.feedNumber')
const feedNumber = z
  .string()
  .regex(/^\d{1,15}$/, FEED_UNKNOWN)
  .transform(Number)
const query = z.object({ after: feedNumber.optional(), shown: z.string().optional() })

/**
 * What a browser asks for with `?after=`, the feed number it has, and `?shown=`, the conversations whose lines it wants (absent:
 * all). `Last-Event-ID` is a number that it got later. Throws a ZodError for a number that is none.
 */
export function toStreamRequest(
  url: URL,
  lastEventId: string | null | undefined,
  { agent, sessionId }: { agent: Viewer; sessionId: string },
): StreamRequest {
  const { after, shown } = query.parse(Object.fromEntries(url.searchParams))
  return {
    sessionId,
    agentId: agent.id,
    channelIds: channelsSeenBy(agent),
    after: feedNumber.safeParse(lastEventId).data ?? after,
    shown: shown === undefined ? undefined : new Set(shown.split(',').slice(0, SHOWN_MAX)),
  }
}
