import { type APIRequestContext, type Browser, test as base, type Page } from '@playwright/test'
import { STRANGER, signInByRequest } from './people'
import { createSimulator, type Member, newMember, type Simulator } from './simulator'

type StorageState = Awaited<ReturnType<APIRequestContext['storageState']>>

interface WorkerFixtures {
  appUrl: string
  simulatorUrl: string
  anaState: StorageState
  benState: StorageState
  adaState: StorageState
}

interface Fixtures {
  simulator: Simulator
  /** Somebody new in every test. */
  member: Member
  /** Ana's browser, signed in. */
  agent: Page
  /** Ben's browser, signed in. */
  secondAgent: Page
  /** The member's phone. They have written `Hi` before it opens. */
  phone: Page
}

// Playwright reads from the first argument which fixtures are needed, so it has to name one even where none is.
export const test = base.extend<Fixtures, WorkerFixtures>({
  appUrl: [async ({ playwright: _ }, use) => use(address('APP_URL')), { scope: 'worker' }],
  simulatorUrl: [
    async ({ playwright: _ }, use) => use(address('SIMULATOR_URL')),
    { scope: 'worker' },
  ],
  baseURL: async ({ appUrl }, use) => use(appUrl),

  anaState: [
    async ({ playwright, appUrl }, use) => use(await stateOf(playwright.request, appUrl, 'Ana')),
    { scope: 'worker' },
  ],
  benState: [
    async ({ playwright, appUrl }, use) => use(await stateOf(playwright.request, appUrl, 'Ben')),
    { scope: 'worker' },
  ],

  adaState: [
    async ({ playwright, appUrl }, use) =>
      use(await stateOf(playwright.request, appUrl, 'Ada Admin')),
    { scope: 'worker' },
  ],

  simulator: async ({ request, simulatorUrl }, use) => use(createSimulator(request, simulatorUrl)),
  member: async ({ playwright: _ }, use) => use(newMember()),

  agent: async ({ browser, anaState }, use) => withPage(browser, anaState, use),
  secondAgent: async ({ browser, benState }, use) => withPage(browser, benState, use),
  phone: async ({ browser, simulator, member }, use) => {
    await simulator.says(member, 'Hi')
    await withPage(browser, undefined, async (page) => {
      await page.goto(simulator.phoneOf(member))
      await use(page)
    })
  },
})

export { expect } from '@playwright/test'

function address(name: 'APP_URL' | 'SIMULATOR_URL'): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: the stack did not start.`)
  return value
}

async function stateOf(
  request: {
    newContext(options: { storageState: typeof STRANGER }): Promise<APIRequestContext>
  },
  appUrl: string,
  name: string,
): Promise<StorageState> {
  const context = await request.newContext({ storageState: STRANGER })
  await signInByRequest(context, appUrl, name)
  const state = await context.storageState()
  await context.dispose()
  return state
}

async function withPage(
  browser: Browser,
  storageState: StorageState | undefined,
  use: (page: Page) => Promise<void>,
) {
  const context = await browser.newContext({ storageState })
  await use(await context.newPage())
  await context.close()
}
