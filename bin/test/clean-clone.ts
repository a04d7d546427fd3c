import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DEMO_AGENTS } from '../demo/demo-cast'
import { readDemoMemory } from '../demo/demo-memory'
import { removeDatabase } from '../postgres/embedded-database'
import { readClusterSettings } from '../postgres/postgres-settings'
import { launch } from '../process/lifecycle'
import { findPort } from '../process/ports'
import { copyProject } from './clean-clone-copy'
import { npm, processesIn, type RunningDemo, startDemo } from './clean-clone-demo'
import { signInToDemo, waitForConversations } from './clean-clone-visit'

/**
 * The promise of the README, kept: an empty home and a clean clone, `npm ci`, `npm run demo`, sign in, watch
 * conversations arrive, Ctrl-C, and nothing is left running. A second start is faster and still has the data.
 */
launch(
  async (life) => {
    const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'stella-inbox-clone-')))
    const clone = path.join(folder, 'inbox')
    const dataDir = path.join(clone, '.data')
    await life.onStop(async () => {
      await removeDatabase(dataDir)
      await rm(folder, { recursive: true, force: true })
    })
    const home = path.join(folder, 'home')
    await mkdir(home)
    const env = strangersEnvironment(home)

    console.log('Copying the project as git has it…')
    await copyProject(clone)
    if (existsSync(path.join(clone, 'node_modules')))
      throw new Error('A clean clone has no node_modules; this one would touch what it leads to.')
    console.log('npm ci…')
    await npm(life, clone, env, ['ci', '--no-progress'])

    const args = ['--port', String(await findPort())]
    console.log('First start…')
    const first = await startDemo(life, clone, env, args)
    const seen = await visit(first, 0)
    await end(first, clone, dataDir)

    console.log('Second start…')
    const second = await startDemo(life, clone, env, args)
    if (second.startedInMs >= first.startedInMs)
      throw new Error(`The second start took ${second.startedInMs} ms, no less than the first.`)
    await visit(second, seen - 1)
    await end(second, clone, dataDir)
    console.log(`Started in ${toSeconds(first)}, then in ${toSeconds(second)}.`)
    return 0
  },
  { codeOnSignal: 130 },
)

const KEPT =
  /^(PATH|LANG|TMPDIR|TERM|CI|.*_proxy|SSL_.*|NODE_EXTRA_CA_CERTS|npm_config_(userconfig|globalconfig|cache|registry|.*proxy|cafile))$/i

/** Nothing of this machine's settings but the way to programs and how npm reaches its registry. */
function strangersEnvironment(home: string): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env }
  for (const name of Object.keys(env)) if (!KEPT.test(name)) delete env[name]
  env.HOME = home
  return env
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

async function end(demo: RunningDemo, clone: string, dataDir: string) {
  console.log('Ctrl-C…')
  await demo.interrupt()
  const left = processesIn(clone)
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
