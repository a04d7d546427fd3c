import { listPeople } from '@/lib/admin/people/list-people'
import { forAction } from '@/lib/http/for-agent'

/** Everybody who signs in here, with the channels they can be kept to, of those that the asker sees: `{ items, nextCursor, channels }`. */
export const GET = forAction('see-people', (_request, { ctx, agent }) => listPeople(ctx, agent))
