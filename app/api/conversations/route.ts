import { z } from 'zod'
import { listConversations } from '@/lib/db/conversation/conversations'
import { listCursorSchema } from '@/lib/db/cursor'
import { VIEWS } from '@/lib/domain/conversation/conversation'
import { channelsSeenBy } from '@/lib/domain/permissions'
import { forAgent } from '@/lib/http/for-agent'
import { toConversationView } from '@/lib/view/conversation-view'
import { toPage } from '@/lib/view/page-view'

const query = z.object({
  view: z.enum(VIEWS, `The view must be one of ${VIEWS.join(', ')}.`).default('all'),
  channel: z.uuid('The channel must be a UUID.').optional(),
  tag: z.string().trim().max(40, 'A tag has at most 40 characters.').optional(),
  q: z.string().trim().max(200, 'A search can have at most 200 characters.').optional(),
  /** Of the view *waiting*: who waits longest first, or who began last. */
  order: z.enum(['longest', 'newest'], 'The order is longest or newest.').default('longest'),
  cursor: listCursorSchema.optional(),
  limit: z.coerce.number('The limit must be a number.').int().optional(),
})

/** The list: `{ items, nextCursor }`, newest activity first; of the waiting who waits longest. */
export const GET = forAgent(async (request, { ctx, agent }) => {
  const { channel, tag, q, order, ...given } = query.parse(
    Object.fromEntries(new URL(request.url).searchParams),
  )
  const words = q?.replaceAll('\u0000', '') || undefined
  return toPage(
    await listConversations(ctx.sql, {
      ...given,
      newest: order === 'newest',
      channelId: channel,
      tag: tag?.replaceAll('\u0000', '') || undefined,
      q: words,
      viewerId: agent.id,
      seenChannels: channelsSeenBy(agent),
    }),
    toConversationView,
  )
})
