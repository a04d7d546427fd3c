import { expect, type Locator, type Page } from '@playwright/test'
import { t } from './words'

/** The agent opens the form of something a reply can carry, by its entry in the menu. */
export async function prepares(agent: Page, label: string): Promise<Locator> {
  await agent.getByRole('button', { name: t('composer.extra.add') }).click()
  await agent.getByRole('menuitem', { name: label, exact: true }).click()
  const form = agent.getByRole('dialog', { name: label })
  await expect(form).toBeVisible()
  return form
}

/** The bubble as the member will see it. */
export function preview(form: Locator): Locator {
  return form.getByRole('region', { name: t('composer.form.preview') })
}

export function sendOf(form: Locator): Locator {
  return form.getByRole('button', { name: t('common.send'), exact: true })
}
