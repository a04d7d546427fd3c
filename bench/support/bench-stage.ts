import { ensureBuild, TEST_DIST_DIR } from '@/bin/process/build'
import { type BenchAgent, openAgent } from './bench-agent'
import { type Inbox, openInbox, type RunningApp, type Stops, startApp } from './bench-inbox'
import { startBenchCluster } from './database'
import { Poster } from './poster'

/** What a bench with people needs: the built app on a Postgres of its own, an agent, and what posts its deliveries. */
export interface BenchStage {
  inbox: Inbox
  app: RunningApp
  cookie: BenchAgent['cookie']
  poster: Poster
}

/** Opens one; `name` is that of its database. */
export async function openBenchStage(life: Stops, name: string): Promise<BenchStage> {
  await ensureBuild(life, TEST_DIST_DIR, (line) => console.log(line))
  const cluster = await startBenchCluster(life)
  const inbox = await openInbox(await cluster.createInbox(name))
  const app = await startApp(life, inbox, { distDir: TEST_DIST_DIR })
  const { cookie } = await openAgent(inbox, 'Ana Bench')
  const poster = new Poster(app.webhookUrl)
  await life.onStop(() => poster.close())
  return { inbox, app, cookie, poster }
}
