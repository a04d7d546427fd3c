import type { Page } from '@playwright/test'
import { t } from '@/e2e/support/words'
import { paths } from '@/lib/paths'
import type { Scene } from './screens-scene'

/** One state of the product, to be photographed. */
export interface Screen {
  name: string
  signedOut?: boolean
  /** Seen by an admin instead of an agent. */
  asAdmin?: boolean
  /** Brings the page into the state. */
  show(page: Page, scene: Scene): Promise<unknown>
}

export function messages(page: Page) {
  return page.getByRole('log', { name: t('conversation.thread.messages') })
}

/** A conversation, once its lines are there. */
export async function openThread(page: Page, id: string) {
  await page.goto(`${paths.inbox(id)}?view=all`)
  await messages(page).getByRole('article').last().waitFor()
}
