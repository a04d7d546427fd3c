import { forAnyone } from '@/lib/http/for-agent'
import { assertMayScrape } from '@/lib/http/guard/may-scrape'
import { readMetrics } from '@/lib/metrics'
import { getRuntime } from '@/lib/runtime'

/** Figures for Prometheus: for whoever has the token, or for this machine where there is none. */
export const GET = forAnyone(async (request) => {
  const runtime = getRuntime()
  assertMayScrape(request.headers, runtime.settings.METRICS_TOKEN)
  const { body, contentType } = await readMetrics(runtime)
  return new Response(body, { headers: { 'Content-Type': contentType } })
})
