import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { z } from 'zod'
import { readPrivate, writePrivate } from '../cli/secret-file'
import { DEMO_CHANNELS } from './demo-cast'

const memorySchema = z.object({
  accessToken: z.string(),
  simulatorPort: z.number().optional(),
  connectionId: z.string().optional(),
  /** By the channel's id in Stella. */
  channels: z.record(
    z.string(),
    z.object({ secret: z.string(), webhookPath: z.string().optional() }),
  ),
  /** Agents that have been added, by e-mail. */
  agents: z.array(z.string()),
  /** The templates stand in the catalogue, or did until an admin took them out. */
  templatesAdded: z.boolean().default(false),
  historyPlayed: z.boolean(),
})

/** What the demo has set up so far, kept in `{dataDir}/demo.json` so that the next start adds nothing twice. */
export type DemoMemory = z.infer<typeof memorySchema>

export async function readDemoMemory(dataDir: string): Promise<DemoMemory> {
  const text = await readPrivate(fileIn(dataDir))
  return text === undefined ? newMemory() : memorySchema.parse(JSON.parse(text))
}

export async function saveDemoMemory(dataDir: string, memory: DemoMemory) {
  await writePrivate(fileIn(dataDir), `${JSON.stringify(memory, null, 2)}\n`)
}

function fileIn(dataDir: string): string {
  return path.join(dataDir, 'demo.json')
}

function newMemory(): DemoMemory {
  const channels = DEMO_CHANNELS.map(({ stellaId }) => [stellaId, { secret: newSecret() }] as const)
  return {
    accessToken: newSecret(),
    channels: Object.fromEntries(channels),
    agents: [],
    templatesAdded: false,
    historyPlayed: false,
  }
}

function newSecret(): string {
  return randomBytes(24).toString('hex')
}
