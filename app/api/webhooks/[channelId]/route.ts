import { readBytes } from '@/lib/http/body/body'
import { forAnyone } from '@/lib/http/for-agent'
import { assertAddress, receiveEvent } from '@/lib/inbox/log/receive-event'
import { getRuntime } from '@/lib/runtime'

/** One webhook delivery of Stella. 200 `{"ok":1}` once it is durable; 401, 404, 413 or 503 otherwise (architecture.md "What answers what"). */
export const POST = forAnyone<{ channelId: string }>(async (request, { params }) => {
  const { channelId } = params
  const { receiver } = getRuntime()
  await assertAddress(receiver, channelId)
  const bytes = await readBytes(request)
  await receiveEvent(receiver, { channelId, bytes, headers: request.headers })
  return { ok: 1 }
})
