import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import path from 'node:path'
import { DEMO_AGENTS } from '../../demo/demo-cast'
import { readDemoMemory } from '../../demo/demo-memory'
import { readClusterSettings } from '../../postgres/postgres-settings'
import type { Lifecycle } from '../../process/lifecycle'
import { findPort } from '../../process/ports'
import { processesWith } from '../processes-of'
import { signInToDemo, waitForConversations } from './demo-visit'
import { type RunningDemo, startDemo } from './running-demo'

interface Place {
  /** Where the project lies. */
  project: string
  dataDir: string
  env: NodeJS.ProcessEnv
  /** Further words after `npm run demo --`. */
  args?: string[]
}

/** Inherited by all that the demo starts, which is known by it. */
const MARK = 'DEMO_STORY'

/**
 * The promise of the README, wherever the project lies: `npm run demo`, sign in, watch conversations arrive, Ctrl-C, and
 * nothing is left running. A second start still has the data. Gives how many ms each start took.
 */
export async function playDemo(life: Lifecycle, place: Place): Promise<[number, number]> {
  const { project, args = [] } = place
  const mark = randomUUID()
  const env = { ...place.env, [MARK]: mark }
  const withPort = ['--port', String(await findPort()), ...args]
  const start = () => startDemo(life, project, env, withPort)

  console.log('First start…')
  const first = await start()
  const seen = await visit(first, 0)
  await end(first, place, mark)

  console.log('Second start…')
  const second = await start()
  await visit(second, seen - 1)
  await end(second, place, mark)
  console.log(`Started in ${toSeconds(first)}, then in ${toSeconds(second)}.`)
  return [first.startedInMs, second.startedInMs]
}

/** Signs in and waits for more than `before` conversations. */
async function visit({ appUrl }: RunningDemo, before: number): Promise<number> {
  const agent = DEMO_AGENTS.find(({ role }) => role === 'agent')
  if (!agent) throw new Error('The demo has no agent.')
  const cookies = await signInToDemo(appUrl, agent.email, agent.password)
  const count = await waitForConversations(appUrl, cookies, before)
  console.log(`Signed in as ${agent.email}: ${count} conversations.`)
  return count
}

async function end(demo: RunningDemo, { dataDir }: Place, mark: string) {
  console.log('Ctrl-C…')
  await demo.interrupt()
  const left = await processesWith(MARK, mark)
  if (left.length > 0) throw new Error(`Still running after Ctrl-C: ${left.join(', ')}.`)
  for (const port of await portsOf(demo, dataDir))
    if (await isListening(port)) throw new Error(`Port ${port} still answers after Ctrl-C.`)
}

async function portsOf({ appUrl }: RunningDemo, dataDir: string): Promise<number[]> {
  const database = await readClusterSettings(path.join(dataDir, 'postgres.json'))
  const { simulatorPort } = await readDemoMemory(dataDir)
  const ports = [Number(new URL(appUrl).port), database?.port, simulatorPort]
  return ports.filter((port) => port !== undefined)
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

function toSeconds({ startedInMs }: RunningDemo): string {
  return `${(startedInMs / 1000).toFixed(1)} s`
}
