import { forAnyone } from '@/lib/http/for-agent'
import { getRuntime } from '@/lib/runtime'

/** 200 when events can be made durable now, 503 otherwise. */
export const GET = forAnyone(async () => {
  await getRuntime().assertReady()
  return { ready: true }
})
