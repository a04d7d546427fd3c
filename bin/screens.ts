import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { STORY_LOCALE } from '@/e2e/support/words'
import { startStack } from './demo/demo-stack'
import { TEST_DIST_DIR } from './process/build'
import { launch } from './process/lifecycle'
import type { Screen } from './screens/screens-kit'
import { SCREENS } from './screens/screens-list'
import { type Scene, startScene } from './screens/screens-scene'
import { CHROMIUM_ARGS, fetchChromium } from './test/chromium'
import { temporaryDataDir } from './test/temporary-data'

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
]
const THEMES = ['light', 'dark'] as const
const OUT = '.data/screens'

/**
 * `npm run screens`: pictures of every main state, by size and theme, under `.data/screens/`. Names may be given;
 * STORY_LOCALE=zh-HK takes them in another language.
 */
launch(async (life) => {
  const wanted = process.argv.slice(2)
  const screens = SCREENS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
  if (screens.length === 0)
    throw new Error(`Screens: ${SCREENS.map(({ name }) => name).join(', ')}.`)
  const log = (line: string) => console.log(line)
  const executablePath = fetchChromium(log)
  const stack = await startStack(life, {
    dataDir: await temporaryDataDir(life, 'screens'),
    distDir: TEST_DIST_DIR,
    port: 0,
    simulatorPort: 0,
    log,
  })
  const scene = await startScene(stack)
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS })
  await life.onStop(() => browser.close())
  await rm(OUT, { recursive: true, force: true })
  await mkdir(OUT, { recursive: true })
  for (const screen of screens) await takeAll(browser, scene, screen)
  console.log(`\n${path.resolve(OUT)}`)
  return 0
})

async function takeAll(browser: Browser, scene: Scene, screen: Screen) {
  for (const size of SIZES) {
    for (const theme of THEMES) {
      const file = `${screen.name}-${size.width}-${theme}.png`
      const trouble = await take(browser, scene, screen, { size, theme }, path.join(OUT, file))
      console.log(trouble ? `${file}  not taken: ${trouble}` : file)
    }
  }
}

interface Look {
  size: (typeof SIZES)[number]
  theme: (typeof THEMES)[number]
}

/** Gives the reason when the state could not be reached; the picture then shows how far it came. */
async function take(
  browser: Browser,
  scene: Scene,
  screen: Screen,
  { size, theme }: Look,
  file: string,
): Promise<string | undefined> {
  const context = await browser.newContext({
    baseURL: scene.appUrl,
    viewport: size,
    colorScheme: theme,
    reducedMotion: 'reduce',
    locale: STORY_LOCALE,
    hasTouch: size.width < 768,
    storageState: signInOf(screen, scene),
  })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  try {
    return await show(page, scene, screen)
  } finally {
    await page.screenshot({ path: file })
    await context.close()
  }
}

function signInOf({ signedOut, asAdmin }: Screen, { storageState, adminState }: Scene) {
  if (signedOut) return undefined
  return asAdmin ? adminState : storageState
}

async function show(page: Page, scene: Scene, screen: Screen): Promise<string | undefined> {
  try {
    await screen.show(page, scene)
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message.split('\n')[0] : String(error)
  }
}
