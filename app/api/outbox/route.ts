import { z } from 'zod'
import { listOutbox } from '@/lib/db/reply/outbox'
import { orderTextSchema } from '@/lib/domain/conversation/order'
import { hasRole } from '@/lib/domain/people/role'
import { channelsSeenBy } from '@/lib/domain/permissions'
import { OUTBOX_STATES } from '@/lib/domain/reply/outbox'
import { readJson } from '@/lib/http/body/body'
import { forAgent } from '@/lib/http/for-agent'
import { schemaMessage } from '@/lib/i18n/reason'
import { settleMany, settleManySchema } from '@/lib/inbox/conversation/settle-many'
import { toOutboxPageView } from '@/lib/view/outbox-view'

const filter = z.object({
  state: z
    .enum(
      OUTBOX_STATES,
      schemaMessage('failure.field.oneOf', {
        field: 'state',
        choices: { list: OUTBOX_STATES, type: 'or' },
      }),
    )
    .default(OUTBOX_STATES[0]),
  cursor: orderTextSchema.optional(),
  limit: z.coerce
    .number(schemaMessage('failure.field.number', { field: 'limit' }))
    .int()
    .optional(),
})

/** Replies that are not settled: everybody's for supervisors and admins, one's own for an agent. `{ items, nextCursor, counts }`. */
export const GET = forAgent(async (request, { ctx, agent }) => {
  const given = filter.parse(Object.fromEntries(new URL(request.url).searchParams))
  const writerId = hasRole(agent.role, 'supervisor') ? undefined : agent.id
  const seenChannels = channelsSeenBy(agent)
  return toOutboxPageView(await listOutbox(ctx.sql, { ...given, seenChannels, writerId }))
})

/** One word on many replies: `{ done, refused: [{ messageId, reason }] }`. */
export const PUT = forAgent(async (request, { ctx, agent }) =>
  settleMany(ctx, agent, settleManySchema.parse(await readJson(request))),
)
