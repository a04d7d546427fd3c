import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { removeDatabase } from '../../postgres/embedded-database'
import { launch } from '../../process/lifecycle'
import { copyProject } from './copy-project'
import { playDemo } from './demo-story'
import { npm } from './running-demo'

/** The demo as a stranger meets it: an empty home and a clean clone, `npm ci`, and its first start, which builds. */
launch(
  async (life) => {
    const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'stella-inbox-clone-')))
    const project = path.join(folder, 'inbox')
    const dataDir = path.join(project, '.data')
    await life.onStop(async () => {
      await removeDatabase(dataDir)
      await rm(folder, { recursive: true, force: true })
    })
    const home = path.join(folder, 'home')
    await mkdir(home)
    const env = strangersEnvironment(home)

    console.log('Copying the project as git has it…')
    await copyProject(project)
    if (existsSync(path.join(project, 'node_modules')))
      throw new Error('A clean clone has no node_modules; this one would touch what it leads to.')
    console.log('npm ci…')
    await npm(life, project, env, ['ci', '--no-progress'])

    const [first, second] = await playDemo(life, { project, dataDir, env })
    if (second >= first)
      throw new Error(`The second start took ${second} ms, no less than the first, which builds.`)
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
