import { randomUUID } from 'node:crypto'
import { expect, type Locator, type Page } from '@playwright/test'
import { DEMO_CONNECTION } from '@/bin/demo/demo-cast'
import { paths } from '@/lib/paths'
import type { Member, Simulator } from './simulator'
import { t } from './words'

/** A panel of an admin page, by its heading. */
export function panel(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true })
}

/** What is typed into the three steps. */
export function newChannel() {
  const number = randomUUID().replaceAll('-', '').slice(0, 24)
  return {
    name: `Branch ${number.slice(0, 6)}`,
    stellaId: number,
    externalId: `8523${number.replaceAll(/\D/g, '').padEnd(7, '1').slice(0, 7)}`,
    secret: `secret of ${number}`,
  }
}

export type NewChannel = ReturnType<typeof newChannel>

/** The admin fills in the first two steps. */
export async function fillsInChannel(page: Page, channel: NewChannel) {
  await page.goto(paths.admin.connectChannel)
  await page.getByLabel(t('common.name'), { exact: true }).fill(channel.name)
  // Other stories connect apps of their own; with one alone there is nothing to choose.
  const connection = page.getByRole('combobox', {
    name: t('channelAdmin.details.connection'),
    exact: true,
  })
  if (await connection.isVisible()) await connection.selectOption(DEMO_CONNECTION)
  await page.getByLabel(t('channelAdmin.details.stellaId')).fill(channel.stellaId)
  await page.getByLabel(t('channelAdmin.details.externalId')).fill(channel.externalId)
  await page.getByRole('button', { name: t('common.next'), exact: true }).click()
  await page.getByLabel(t('channelAdmin.connect.secret')).fill(channel.secret)
  await page.getByRole('button', { name: t('channelAdmin.connect.submit'), exact: true }).click()
}

/** Connects a channel on both sides; gives its id and a member who can write to it. */
export async function connectsChannel(
  page: Page,
  simulator: Simulator,
  appUrl: string,
  member: Member,
) {
  const channel = newChannel()
  await fillsInChannel(page, channel)
  const address = page.getByRole('textbox', { name: t('channelAdmin.address.webhook') })
  await expect(address).toBeVisible()
  const path = new URL(await address.inputValue()).pathname
  const { stellaId, ...rest } = channel
  await simulator.connects(stellaId, { ...rest, webhookUrl: appUrl + path })
  const id = path.split('/').at(-1) ?? ''
  return { ...channel, id, member: { ...member, channel: stellaId } }
}
