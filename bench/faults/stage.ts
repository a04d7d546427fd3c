import { TEST_DIST_DIR } from '@/bin/process/build'
import { type AnsweredInbox, openAnsweredInbox, signInAsAgent } from '../support/answered-inbox'
import { type RunningApp, type Stops, startApp } from '../support/bench-inbox'
import { createFaultInbox } from './fault-cluster'
import { type Ask, asker } from './replier'

/** Processes of the built app on one database, and a stand-in Stella that tells the first of them. */
export interface Stage {
  inbox: AnsweredInbox
  apps: RunningApp[]
  first: RunningApp
  ask: Ask
}

/** Opens a stage with so many processes; `name` is that of its database, unless there is one for it already. */
export async function openStage(
  life: Stops,
  name: string,
  processes = 2,
  databaseUrl?: string,
): Promise<Stage> {
  const inbox = await openAnsweredInbox(life, databaseUrl ?? (await createFaultInbox(name)))
  const apps: RunningApp[] = []
  for (let place = 0; place < processes; place += 1)
    apps.push(await startApp(life, inbox, { distDir: TEST_DIST_DIR }))
  const [first] = apps
  if (!first) throw new Error('No app was started.')
  await inbox.pointAt(first.webhookUrl)
  return { inbox, apps, first, ask: asker(await signInAsAgent(new URL(first.webhookUrl).origin)) }
}
