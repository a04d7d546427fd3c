import { listPeople } from '@/lib/admin/people/list-people'
import { forAction } from '@/lib/http/for-agent'
import { toPersonView } from '@/lib/view/people-view'

/** Everybody who signs in here, with the channels they can be kept to, of those that the asker sees: `{ items, nextCursor, channels }`. */
export const GET = forAction('see-people', async (_request, { ctx, agent }) => {
  const { items, ...page } = await listPeople(ctx, agent)
  return { items: items.map(toPersonView), ...page }
})
