import { openThread, type Screen } from './screens-kit'

/** What the composer can be in the middle of. */
export const COMPOSER_SCREENS: Screen[] = [
  {
    name: 'canned-replies',
    show: async (page, { text }) => {
      await openThread(page, text)
      await page.getByRole('textbox', { name: 'Reply' }).fill('/')
      await page.getByRole('listbox', { name: 'Canned replies' }).waitFor()
    },
  },
  {
    name: 'attachments',
    show: async (page, { text }) => {
      await openThread(page, text)
      await page
        .getByLabel('Files', { exact: true })
        .setInputFiles(['docs/images/inbox.png', 'README.md'])
      await page
        .getByRole('button', { name: /^Remove/ })
        .nth(1)
        .waitFor()
      await page.getByRole('textbox', { name: 'Reply' }).fill('Here is what you asked for')
    },
  },
  {
    name: 'template',
    show: async (page, { text }) => {
      await openThread(page, text)
      await page.getByRole('button', { name: 'Add to the reply' }).click()
      await page.getByRole('menuitem', { name: /template/i }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
]
