import type { Page } from '@playwright/test'
import { like, t } from '@/e2e/support/words'
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

const OUTBOX_STATES = {
  failed: 'composer.outbox.failed',
  scheduled: 'composer.outbox.scheduled',
} as const

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
    await page.getByRole('main').getByRole('link', { name: /#\d+/ }).first().click()
    await page.waitForURL(/events\/\d+/)
  }),
  ...(['failed', 'scheduled'] as const).map((state) =>
    screen(`outbox-${state}`, async (page) => {
      await page.goto(paths.outbox)
      await page
        .getByRole('group', { name: t('composer.outbox.states') })
        .getByText(t(OUTBOX_STATES[state]))
        .click()
      await page
        .getByRole('listitem', { name: like('composer.outbox.reply') })
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
