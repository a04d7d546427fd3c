import { forAnyone } from '@/lib/http/for-agent'
import { assertMayScrape } from '@/lib/http/guard/may-scrape'
import { readMetrics } from '@/lib/metrics'
import { getRuntime } from '@/lib/runtime'

/** Figures for Prometheus: for whoever has the token, or for this machine where there is none. */
export const GET = forAnyone(async (request) => {
  assertMayScrape(request.headers, getRuntime().settings.METRICS_TOKEN)
  const { body, contentType } = await readMetrics()
  return new Response(body, { headers: { 'Content-Type': contentType } })
})
