import type { Page } from '@playwright/test'
import { paths } from '@/lib/paths'
import type { Screen } from './screens-kit'

const PAGES = {
  admin: paths.admin.home,
  connections: paths.admin.connections,
  channels: paths.admin.channels,
  'connect-channel': paths.admin.connectChannel,
  integrations: paths.admin.integrations,
  templates: paths.admin.templates,
  events: paths.admin.events,
  sums: paths.admin.eventSums,
  quarantine: paths.admin.quarantine,
  audit: paths.admin.audit,
  health: paths.admin.health,
  people: paths.admin.people,
  'house-replies': paths.admin.cannedReplies,
  tags: paths.admin.tags,
  texts: paths.admin.texts,
  hours: paths.admin.hours,
  profile: paths.admin.profile,
}

/** Every page of the admin side, one channel, one event, and the states of the outbox that hold something. */
export const ADMIN_SCREENS: Screen[] = [
  ...Object.entries(PAGES).map(([name, path]) => screen(name, (page) => page.goto(path))),
  screen('channel', async (page) => {
    await page.goto(paths.admin.channels)
    await page
      .getByRole('main')
      .getByRole('link', { name: /Shop HK/ })
      .click()
  }),
  screen('event', async (page) => {
    await page.goto(paths.admin.events)
    await page
      .getByRole('main')
      .getByRole('link', { name: /webhook|Message/i })
      .first()
      .click()
    await page.waitForURL(/events\/\d+/)
  }),
  ...['Failed', 'Scheduled'].map((state) =>
    screen(`outbox-${state.toLowerCase()}`, async (page) => {
      await page.goto(paths.outbox)
      await page.getByRole('group', { name: 'State' }).getByText(state).click()
      await page
        .getByRole('listitem', { name: /^Reply to/ })
        .first()
        .waitFor()
    }),
  ),
]

function screen(name: string, open: (page: Page) => Promise<unknown>): Screen {
  return {
    name,
    asAdmin: true,
    show: async (page) => {
      await open(page)
      await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
      await page.locator('main .shimmer').first().waitFor({ state: 'hidden' })
    },
  }
}
