import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'

/** Names a Chromium to use; read by everything here that starts a browser. */
export const CHROMIUM_VARIABLE = 'CHROMIUM_PATH'

/** The first has no window at all: a story in it costs half of the processor time. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
]
const MAC_CHROME = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js'

const APT_INSTALL = ['apt-get', 'install', '-y', '--no-install-recommends']

const INSTALLERS: { program: string; commands: string[][] }[] = [
  {
    program: 'apt-get',
    commands: [
      ['apt-get', 'update'],
      [...APT_INSTALL, 'chromium-headless-shell', 'fonts-noto-cjk'],
      // Where that is not packaged.
      [...APT_INSTALL, 'chromium', 'fonts-noto-cjk'],
    ],
  },
  { program: 'dnf', commands: [['dnf', 'install', '-y', 'chromium']] },
  { program: 'apk', commands: [['apk', 'add', 'chromium', 'font-noto-cjk']] },
]

/** Flags for a quiet browser without a sandbox, as containers and root need it. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The path of a Chromium on this machine: CHROMIUM_PATH, the system's, or Playwright's. */
export function findChromium(): string | undefined {
  const given = process.env[CHROMIUM_VARIABLE]
  if (given && !existsSync(given)) throw new Error(`${CHROMIUM_VARIABLE}: there is no ${given}.`)
  if (given) return given
  return [...NAMES.map(onPath), MAC_CHROME, chromium.executablePath()].find(
    (file) => file !== undefined && existsSync(file),
  )
}

/** Finds a Chromium or installs one: Playwright's own, else the system's package. Says what it does through `log`. */
export function fetchChromium(log: (line: string) => void): string {
  const present = findChromium()
  if (present) return present
  log('No Chromium here: installing the one of Playwright…')
  runVisibly([process.execPath, PLAYWRIGHT, 'install', 'chromium'])
  const fetched = findChromium()
  if (fetched && starts(fetched)) return fetched
  const installed = installFromSystem(log)
  if (installed) return installed
  throw new Error(`No Chromium could be found or installed. Set ${CHROMIUM_VARIABLE} to one.`)
}

/** Playwright's build needs libraries of the system that a bare one doesn't have. */
function starts(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0
}

function installFromSystem(log: (line: string) => void): string | undefined {
  const installer = INSTALLERS.find(({ program }) => onPath(program))
  if (!installer) return undefined
  log(`Installing Chromium with ${installer.program}…`)
  const prefix = process.getuid?.() === 0 || !onPath('sudo') ? [] : ['sudo', '-n']
  for (const command of installer.commands) {
    runVisibly([...prefix, ...command])
    const installed = NAMES.map(onPath).find((file) => file !== undefined)
    if (installed) return installed
  }
  return undefined
}

function runVisibly([program = '', ...args]: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(program, args, { stdio: 'inherit', env }).status === 0
}

function onPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file))
}
