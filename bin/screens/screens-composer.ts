import { like, t } from '@/e2e/support/words'
import { openThread, type Screen } from './screens-kit'

/** What the composer can be in the middle of. */
export const COMPOSER_SCREENS: Screen[] = [
  {
    name: 'canned-replies',
    show: async (page, { text }) => {
      await openThread(page, text)
      await page.getByRole('textbox', { name: t('composer.box.label') }).fill('/')
      await page.getByRole('listbox', { name: t('composer.canned.label') }).waitFor()
    },
  },
  {
    name: 'attachments',
    show: async (page, { text }) => {
      await openThread(page, text)
      await page
        .getByLabel(t('composer.files.input'), { exact: true })
        .setInputFiles(['docs/images/inbox.png', 'README.md'])
      await page
        .getByRole('button', { name: like('composer.files.remove') })
        .nth(1)
        .waitFor()
      await page
        .getByRole('textbox', { name: t('composer.box.label') })
        .fill('Here is what you asked for')
    },
  },
  {
    name: 'template',
    show: async (page, { text }) => {
      await openThread(page, text)
      await page.getByRole('button', { name: t('composer.extra.add') }).click()
      await page.getByRole('menuitem', { name: t('composer.extra.template') }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
]
