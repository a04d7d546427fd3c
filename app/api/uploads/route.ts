import { json } from '@/lib/http/answer'
import { streamBody } from '@/lib/http/body/body'
import { forAgent } from '@/lib/http/for-agent'
import { receiveUpload, uploadSchema } from '@/lib/inbox/media/receive-upload'
import { toUploadView } from '@/lib/view/media-view'

/**
 * Takes the bytes of a file for a reply (`?id=&conversation=&name=&voice=`): 201 with what is known of it. 400 with
 * the platform's reason, 413 when no platform would take it.
 */
export const POST = forAgent(async (request, { ctx, agent, runtime }) => {
  const input = uploadSchema.parse(Object.fromEntries(new URL(request.url).searchParams))
  const bytes = streamBody(request)
  const upload = await receiveUpload(ctx, runtime.media.store, agent, input, bytes)
  return json(toUploadView(upload), 201)
})
