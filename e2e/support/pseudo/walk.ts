import { expect, type Locator, type Page } from '@playwright/test'
import { translatorFor } from '@/lib/i18n/catalogues'
import { PSEUDO_LOCALE } from '@/lib/i18n/locale'
import type { Key } from '@/lib/i18n/message-catalogue'
import { sidewaysOf } from '../boxes'
import type { Member, Simulator } from '../simulator'
import { STORY_TIME_ZONE } from '../words'
import { cut, textBoxes } from './cut-texts'
import { overlaps, usesOnScreen } from './overlaps'
import { type listens, textsOnPage, unaccented } from './untranslated'

const { t, say } = translatorFor(PSEUDO_LOCALE, STORY_TIME_ZONE)

/** A place to look at while one walks, and those who live in it. */
export interface Walk {
  page: Page
  heard: Awaited<ReturnType<typeof listens>>
  /** What was told of already: the shell is the same on every page. */
  told: Set<string>
  simulator: Simulator
  member: Member
  simulatorUrl: string
}

export async function visits(walk: Walk, address: string) {
  await walk.page.goto(address)
  await looks(walk, address)
}

export async function opensMenu(walk: Walk, opener: Locator, what: string) {
  await opener.click()
  await expect(walk.page.getByRole('menu')).toBeVisible()
  await looks(walk, what)
  await walk.page.keyboard.press('Escape')
  await expect(walk.page.getByRole('menu')).toBeHidden()
}

export async function looksAtDialog(walk: Walk, what: string) {
  const dialog = walk.page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await looks(walk, what)
  await walk.page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
}

export async function showsPanel(page: Page) {
  const show = button(page, 'conversation.header.showPanel')
  if (await show.isVisible()) await show.click()
  await expect(page.getByRole('complementary', { name: t('member.panel.label') })).toBeVisible()
}

export function button(page: Page, key: Key): Locator {
  return page.getByRole('button', { name: say({ key }), exact: true })
}

export function reply(page: Page): Locator {
  return page.getByRole('textbox', { name: t('composer.box.label'), exact: true })
}

export async function sendsKind({ page, simulatorUrl, member }: Walk, action: object) {
  const { channel, externalId, name } = member
  const data = { channel, member: externalId, name, action }
  const answer = await page.request.post(`${simulatorUrl}/control/say`, { data })
  expect(answer.ok(), await answer.text()).toBe(true)
}

/** Whatever is wrong with what is on screen now, in one list. The walk goes on after it. */
export async function looks(walk: Walk, place: string) {
  const { told } = walk
  const first = await findings(walk)
  // A row that others move just now is found between two places: what is wrong is still there at a second look.
  const second = first.length > 0 ? await findings(walk) : []
  const news = [...new Set(first)].filter((each) => second.includes(each) && !told.has(each))
  for (const finding of news) told.add(finding)
  expect.soft(news, place).toEqual([])
}

async function findings({ page, heard }: Walk): Promise<string[]> {
  await heard.quiet()
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  const texts = await page.evaluate(textsOnPage)
  const data = await heard.words()
  const sideways = await sidewaysOf(page)
  return [
    ...texts.flatMap((seen) => unaccented(seen, data)),
    ...(await page.evaluate(textBoxes)).flatMap(cut),
    ...overlaps(await page.evaluate(usesOnScreen)),
    ...(sideways > 0 ? [`the page scrolls sideways by ${sideways} px`] : []),
  ]
}
