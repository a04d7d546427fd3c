import { forAnyone } from '@/lib/http/for-agent'
import { readMetrics } from '@/lib/metrics'

/** Figures for Prometheus: numbers only, about no one. */
export const GET = forAnyone(async () => {
  const { body, contentType } = await readMetrics()
  return new Response(body, {
    headers: { 'Content-Type': contentType, 'Cache-Control': 'no-store' },
  })
})
