import { z } from 'zod'
import { listConversations } from '@/lib/db/conversation/conversations'
import { listCursorSchema } from '@/lib/db/cursor'
import { VIEWS } from '@/lib/domain/conversation/conversation'
import { channelsSeenBy } from '@/lib/domain/permissions'
import { forAgent } from '@/lib/http/for-agent'
import { schemaMessage } from '@/lib/i18n/reason'
import { toConversationView } from '@/lib/view/conversation-view'
import { toPage } from '@/lib/view/page-view'

const ORDERS = ['longest', 'newest'] as const

const query = z.object({
  view: z
    .enum(
      VIEWS,
      schemaMessage('failure.field.oneOf', { field: 'view', choices: { list: VIEWS, type: 'or' } }),
    )
    .default('all'),
  channel: z.uuid(schemaMessage('failure.field.uuid', { field: 'channel' })).optional(),
  tag: z
    .string()
    .trim()
    .max(40, schemaMessage('failure.tagTooLong', { max: 40 }))
    .optional(),
  q: z
    .string()
    .trim()
    .max(200, schemaMessage('failure.searchTooLong', { max: 200 }))
    .optional(),
  /** Of the view *waiting*: who waits longest first, or who began last. */
  order: z
    .enum(
      ORDERS,
      schemaMessage('failure.field.oneOf', {
        field: 'order',
        choices: { list: ORDERS, type: 'or' },
      }),
    )
    .default('longest'),
  cursor: listCursorSchema.optional(),
  limit: z.coerce
    .number(schemaMessage('failure.field.number', { field: 'limit' }))
    .int()
    .optional(),
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
