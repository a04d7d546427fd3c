import { addChannel } from '@/lib/admin/channel/add-channel'
import { addConnection } from '@/lib/admin/channel/add-connection'
import { addAgent } from '@/lib/admin/people/add-agent'
import { type Context, openContext } from '@/lib/context'
import { updateConnection } from '@/lib/db/channel/connections'
import { AppError } from '@/lib/errors'
import { DEMO_AGENTS, DEMO_CHANNELS, DEMO_CONNECTION, type DemoChannel } from './demo-cast'
import { type DemoMemory, saveDemoMemory } from './demo-memory'
import { addDemoTemplates } from './demo-templates'
import { simulatorControl } from './simulator-control'

/** Where the simulator speaks for Stella's three APIs. */
export function stellaUrlsOf(simulatorUrl: string) {
  return {
    botUrl: simulatorUrl,
    restUrl: `${simulatorUrl}/vnext/rest`,
    fileUrl: `${simulatorUrl}/vnext`,
  }
}

interface Seed {
  dataDir: string
  databaseUrl: string
  appSecret: string
  simulatorUrl: string
}

/** Adds the demo's connection, channels and agents through the same verbs an admin uses. A second time it adds nothing. */
export async function seedDemo(seed: Seed, memory: DemoMemory) {
  const context = openContext({ ...seed, allowPrivate: true })
  try {
    const connectionId = memory.connectionId ?? (await connect(context, seed, memory))
    memory.connectionId = connectionId
    await follow(context, seed, connectionId)
    await saveDemoMemory(seed.dataDir, memory)
    for (const channel of DEMO_CHANNELS) await addDemoChannel(context, seed, memory, channel)
    if (!memory.templatesAdded) await addDemoTemplates(context)
    memory.templatesAdded = true
    await saveDemoMemory(seed.dataDir, memory)
    for (const agent of DEMO_AGENTS) await addDemoAgent(context, seed, memory, agent)
  } finally {
    await context.close()
  }
}

/** Tells the simulator which channels there are and where their webhooks go. Addresses change with the port. */
export async function connectSimulator(simulatorUrl: string, appUrl: string, memory: DemoMemory) {
  const simulator = simulatorControl(simulatorUrl)
  await simulator.putToken(memory.accessToken)
  for (const { stellaId, name, platform, externalId } of DEMO_CHANNELS) {
    const { secret, webhookPath } = channelIn(memory, stellaId)
    if (!webhookPath) throw new Error(`The demo channel ${name} has no webhook address.`)
    const webhookUrl = `${appUrl}${webhookPath}`
    await simulator.putChannel(stellaId, { platform, name, externalId, secret, webhookUrl })
  }
}

async function connect(context: Context, seed: Seed, { accessToken }: DemoMemory): Promise<string> {
  const urls = stellaUrlsOf(seed.simulatorUrl)
  const { id } = await addConnection(context, { name: DEMO_CONNECTION, accessToken, ...urls })
  return id
}

/** Another program may have taken the simulator's port since the last start. */
async function follow({ sql }: Context, { simulatorUrl }: Seed, connectionId: string) {
  await updateConnection(sql, connectionId, stellaUrlsOf(simulatorUrl))
}

async function addDemoChannel(
  context: Context,
  seed: Seed,
  memory: DemoMemory,
  channel: DemoChannel,
) {
  const kept = channelIn(memory, channel.stellaId)
  if (kept.webhookPath || !memory.connectionId) return
  const added = await addChannel(context, {
    ...channel,
    connectionId: memory.connectionId,
    secret: kept.secret,
  })
  kept.webhookPath = added.webhookPath
  await saveDemoMemory(seed.dataDir, memory)
}

/** An agent whom an admin has removed since stays removed; one who is there already is fine. */
async function addDemoAgent(
  context: Context,
  seed: Seed,
  memory: DemoMemory,
  agent: (typeof DEMO_AGENTS)[number],
) {
  if (memory.agents.includes(agent.email)) return
  await addAgent(context, agent).catch((error) => {
    if (!(error instanceof AppError && error.code === 'conflict')) throw error
  })
  memory.agents.push(agent.email)
  await saveDemoMemory(seed.dataDir, memory)
}

function channelIn(memory: DemoMemory, stellaId: string) {
  const channel = memory.channels[stellaId]
  if (!channel) throw new Error(`demo.json does not know the channel ${stellaId}. Use --fresh.`)
  return channel
}
