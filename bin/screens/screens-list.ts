import { like, t } from '@/e2e/support/words'
import { paths } from '@/lib/paths'
import { ADMIN_SCREENS } from './screens-admin'
import { COMPOSER_SCREENS } from './screens-composer'
import { messages, openThread, type Screen } from './screens-kit'

/** Every main state of the product that a change may touch. */
export const SCREENS: Screen[] = [
  {
    name: 'sign-in',
    signedOut: true,
    show: async (page) => {
      await page.goto(paths.signIn)
      await page.getByRole('button', { name: t('signIn.submit') }).waitFor()
    },
  },
  {
    name: 'sign-in-refused',
    signedOut: true,
    show: async (page) => {
      await page.goto(paths.signIn)
      await page.getByLabel(t('signIn.email')).fill('ana@demo.example')
      await page.getByLabel(t('signIn.password'), { exact: true }).fill('a wrong password')
      await page.getByRole('button', { name: t('signIn.submit') }).click()
      await page.getByRole('alert').filter({ hasText: /\S/ }).waitFor()
    },
  },
  {
    name: 'list',
    show: async (page) => {
      await page.goto(`${paths.inbox()}?view=all`)
      await page
        .getByRole('region', { name: t('conversation.list.label') })
        .getByRole('link')
        .nth(4)
        .waitFor()
    },
  },
  { name: 'thread', show: (page, { text }) => openThread(page, text) },
  {
    name: 'media',
    show: async (page, { media }) => {
      await openThread(page, media)
      await messages(page).locator('video').waitFor()
    },
  },
  {
    name: 'lightbox',
    show: async (page, { media }) => {
      await openThread(page, media)
      await messages(page)
        .getByRole('button', { name: like('media.image.open') })
        .first()
        .click()
      await page.getByRole('dialog').getByRole('img').waitFor()
    },
  },
  { name: 'trouble', show: (page, { trouble }) => openThread(page, trouble) },
  ...COMPOSER_SCREENS,
  {
    name: 'empty',
    show: async (page) => {
      await page.goto(`${paths.inbox()}?view=all&q=nobody-has-ever-written-this`)
      await page
        .getByRole('button', { name: t('conversation.search.clear') })
        .last()
        .waitFor()
    },
  },
  {
    name: 'not-found',
    show: async (page) => {
      await page.goto(`${paths.inbox('00000000-0000-4000-8000-000000000000')}?view=all`)
      await page.getByText(t('conversation.thread.missing')).waitFor()
    },
  },
  {
    name: 'offline',
    show: async (page, { text }) => {
      await openThread(page, text)
      await page.context().setOffline(true)
      // Where one pane shows at a time, the chip stands in the hidden list.
      await page
        .getByText(t('shell.connection.offline'))
        .first()
        .waitFor({ state: 'attached', timeout: 40_000 })
    },
  },
  {
    name: 'palette',
    show: async (page, { text }) => {
      await openThread(page, text)
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'keys',
    show: async (page, { text }) => {
      await openThread(page, text)
      await page.keyboard.press('?')
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'panel',
    show: async (page, { text }) => {
      await openThread(page, text)
      const show = page.getByRole('button', { name: t('conversation.header.showPanel') })
      if (await show.isVisible()) await show.click()
      await page.getByRole('complementary', { name: t('member.panel.label') }).waitFor()
    },
  },
  ...ADMIN_SCREENS,
  {
    name: 'phone',
    signedOut: true,
    show: async (page, { phoneUrl }) => {
      await page.goto(phoneUrl)
      await page.getByRole('log', { name: 'Phone' }).locator('.bubble').last().waitFor()
    },
  },
]
