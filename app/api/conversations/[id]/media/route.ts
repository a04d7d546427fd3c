import { z } from 'zod'
import { findConversation } from '@/lib/db/conversation/conversations'
import { GALLERY_SHELVES, listGallery } from '@/lib/db/media/gallery'
import { orderTextSchema } from '@/lib/domain/conversation/order'
import { AppError } from '@/lib/errors'
import { forAgent, parseId } from '@/lib/http/for-agent'
import { reason, schemaMessage } from '@/lib/i18n/reason'
import { toGalleryItem } from '@/lib/view/media-view'
import { toPage } from '@/lib/view/page-view'

const page = z.object({
  shelf: z
    .enum(
      GALLERY_SHELVES,
      schemaMessage('failure.field.oneOf', {
        field: 'shelf',
        choices: { list: GALLERY_SHELVES, type: 'or' },
      }),
    )
    .default('pictures'),
  before: orderTextSchema.optional(),
  limit: z.coerce
    .number(schemaMessage('failure.field.number', { field: 'limit' }))
    .int()
    .optional(),
})

/** What was sent in a conversation, newest first: `{ items, nextCursor }`. */
export const GET = forAgent<{ id: string }>(async (request, { ctx, params }) => {
  const id = parseId(params.id)
  const given = page.parse(Object.fromEntries(new URL(request.url).searchParams))
  if (!(await findConversation(ctx.sql, id)))
    throw new AppError('not_found', reason('failure.noSuchConversation'))
  return toPage(await listGallery(ctx.sql, id, given), toGalleryItem)
})
