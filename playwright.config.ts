import { defineConfig } from '@playwright/test'
import { CHROMIUM_ARGS, findChromium } from './bin/test/chromium'

const CHROMIUM = findChromium()

/** The stack is started once a run (bin/test/test-stack.ts); its addresses reach the tests as APP_URL and SIMULATOR_URL. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  // A story waits about half of its time, for the app and for its clocks: three leave two cores something for what runs beside.
  workers: 2,
  forbidOnly: true,
  // One that passes only at the second try is named as flaky in the report: a fault to mend, which need not hide all else.
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    viewport: { width: 1440, height: 900 },
    locale: process.env.STORY_LOCALE ?? 'en-GB',
    timezoneId: 'Asia/Hong_Kong',
    colorScheme: 'light',
    // Placeholders that shimmer and what slides in took a fifth of a story's processor time.
    contextOptions: { reducedMotion: 'reduce' },
    // Two browsers fill two cores without it; TRACE=1 asks for it.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: CHROMIUM, args: CHROMIUM_ARGS },
  },
  // What the whole run left behind is searched for secrets after it.
  projects: [
    { name: 'stories', testIgnore: 'secrets.spec.ts', ...which(process.env.STORIES) },
    { name: 'after', testMatch: 'secrets.spec.ts', dependencies: ['stories'] },
  ],
  webServer: {
    command: 'node --import tsx bin/test/test-stack.ts',
    // Killed, this process could not end it.
    env: { STACK_OWNER: String(process.pid) },
    wait: {
      stdout:
        /stack app=(?<app_url>\S+) simulator=(?<simulator_url>\S+) database=(?<stack_database>\S+) data=(?<stack_data_dir>\S+) ready/,
    },
    stdout: 'pipe',
    stderr: 'pipe',
    // It may build first, on a busy machine.
    timeout: 600_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
  },
})

/**
 * `npm test` plays the stories without the tag `@long`, `npm run test:long` those with it (CONTRIBUTING.md says which that
 * are); asked directly, Playwright plays all. Its own `--grep` would not reach them, because `after` depends on them.
 */
function which(stories: string | undefined) {
  if (stories === 'short') return { grepInvert: /@long/ }
  return stories === 'long' ? { grep: /@long/ } : {}
}
