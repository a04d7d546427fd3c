export const dynamic = 'force-dynamic'

/** What a broadcast costs at the least through Next: an event stream for whoever asks, and a text to all of them. */
const streams = new Set()
const encoder = new TextEncoder()

export function GET() {
  let own
  const body = new ReadableStream({
    start(controller) {
      own = controller
      streams.add(controller)
      controller.enqueue(encoder.encode(': hello\n\n'))
    },
    cancel: () => streams.delete(own),
  })
  return new Response(body, {
    headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store, no-transform' },
  })
}

export async function POST(request) {
  const frame = encoder.encode(`data: ${await request.text()}\n\n`)
  for (const stream of streams) stream.enqueue(frame)
  return Response.json({ streams: streams.size })
}
