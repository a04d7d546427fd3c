import { answerDelivery } from '@/lib/http/webhook/answer-delivery'
import { shared } from '@/lib/shared-runtime'

/**
 * A webhook delivery that Next's own server got. Ours answers it before Next (lib/http/webhook/webhook-path.ts), with the
 * same answer.
 */
export const POST = async (
  request: Request,
  context: { params: Promise<{ channelId: string }> },
): Promise<Response> => {
  const { channelId } = await context.params
  const { status, headers, body } = await answerDelivery(shared.receiver, {
    channelId,
    headers: request.headers,
    read: (take) => readRequest(request, take),
  })
  return new Response(body, { status, headers })
}

async function readRequest({ body }: Request, take: (piece: Uint8Array) => boolean) {
  // Leaving the loop cancels what still comes.
  if (body)
    for await (const piece of body as unknown as AsyncIterable<Uint8Array>) if (!take(piece)) return
}
