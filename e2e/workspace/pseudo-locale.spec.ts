import { randomUUID } from 'node:crypto'
import type { APIRequestContext, Browser, Page } from '@playwright/test'
import { EXTRA_NAMES } from '@/components/inbox/reply/extras/kinds'
import { ADMIN_SECTIONS } from '@/components/shell/sections'
import { translatorFor } from '@/lib/i18n/catalogues'
import { LOCALE_COOKIE, PSEUDO_LOCALE } from '@/lib/i18n/locale'
import { paths } from '@/lib/paths'
import { listens } from '../support/pseudo/untranslated'
import {
  button,
  looks,
  looksAtDialog,
  opensMenu,
  reply,
  sendsKind,
  showsPanel,
  visits,
  type Walk,
} from '../support/pseudo/walk'
import { expect, test } from '../support/test'
import { STORY_TIME_ZONE } from '../support/words'

/*
 * A walk over every page in the pseudo-locale: English with accents, a good third longer. A word without accents came from
 * no catalogue; a text that is cut has no room for other languages.
 */

const { t } = translatorFor(PSEUDO_LOCALE, STORY_TIME_ZONE)

const HEIGHTS = { 360: 740, 768: 1024, 1440: 900 } as const

const AREAS: Record<string, (walk: Walk) => Promise<void>> = {
  'the pages without a sign-in': walksOutside,
  'the list and a conversation': walksConversation,
  'what the header and the list open': walksHeader,
  'what the composer opens': walksComposer,
  'the admin sections': (walk) => walksSections(walk, ADMIN_SECTIONS),
  'the pages of one channel and one event': walksDetails,
}

for (const width of [360, 768, 1440] as const)
  for (const [area, walks] of Object.entries(AREAS))
    test(`every word is from the catalogue, and has room: ${area} at ${width} px`, {
      tag: width === 360 && walks === walksOutside ? [] : '@long',
    }, async ({ browser, adaState, appUrl, simulator, member, simulatorUrl }) => {
      test.setTimeout(240_000)
      const page = await opensPseudo(browser, adaState, appUrl, width)
      const known = { heard: await listens(page), told: new Set<string>() }
      await walks({ page, ...known, simulator, member, simulatorUrl })
      await page.context().close()
    })

test('every word is from the catalogue, and has room: the inbox and three sections at 1440 px', {
  tag: '@long',
}, async ({ browser, adaState, appUrl, simulator, member, simulatorUrl }) => {
  test.setTimeout(240_000)
  const page = await opensPseudo(browser, adaState, appUrl, 1440)
  const walk = { page, heard: await listens(page), told: new Set<string>() }
  await walksConversation({ ...walk, simulator, member, simulatorUrl })
  const three = ['shell.section.channels', 'shell.section.health', 'shell.section.profile']
  await walksSections(
    { ...walk, simulator, member, simulatorUrl },
    ADMIN_SECTIONS.filter(({ name }) => three.includes(name)),
  )
  await page.context().close()
})

/** Ada's browser, as it looks to who chose no language and was last shown the pseudo-locale. */
async function opensPseudo(
  browser: Browser,
  storageState: Awaited<ReturnType<APIRequestContext['storageState']>>,
  appUrl: string,
  width: keyof typeof HEIGHTS,
): Promise<Page> {
  const viewport = { width, height: HEIGHTS[width] }
  const context = await browser.newContext({ storageState, viewport, baseURL: appUrl })
  await context.addCookies([{ name: LOCALE_COOKIE, value: PSEUDO_LOCALE, url: appUrl }])
  return context.newPage()
}

async function walksOutside(walk: Walk) {
  const { page } = walk
  await visits(walk, paths.signOut)
  await page.context().clearCookies({ name: /session|csrf|callback/ })
  await visits(walk, paths.signIn)
  await page.getByLabel(t('signIn.email'), { exact: true }).fill('nobody@demo.example')
  await page.getByLabel(t('signIn.password'), { exact: true }).fill('not the password')
  await page.getByRole('button', { name: t('signIn.submit') }).click()
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toBeVisible()
  await looks(walk, 'sign-in after a wrong password')
  await visits(walk, paths.join(randomUUID()))
  await visits(walk, paths.setup(randomUUID()))
  await visits(walk, '/no-such-page')
}

/** A conversation with what members send and do, what colleagues did, and the panel beside it. */
async function walksConversation(walk: Walk) {
  const { page, simulator, member } = walk
  await simulator.says(member, 'Do you ship to Macau? See https://example.com')
  for (const kind of ['image', 'document', 'voice', 'sticker', 'video'] as const)
    await sendsKind(walk, { type: 'media', kind })
  await sendsKind(walk, { type: 'contact', name: 'Kim Lee', phone: '+85291234567' })
  const place = { name: 'Harbour Outfitters', address: '1 Nathan Road' }
  await sendsKind(walk, { type: 'location', latitude: 22.29, longitude: 114.17, ...place })
  for (const what of ['edit', 'call-missed', 'marketing-stop', 'answer'] as const)
    await simulator.happens(member, what)
  await opensAsOwner(walk)
  await looks(walk, 'the conversation')
  await reply(page).fill('It leaves today')
  await looks(walk, 'the conversation with a draft')
  const composer = page.getByRole('region', { name: t('composer.box.region') })
  await composer.getByRole('button', { name: new RegExp(`^${t('common.send')}`) }).click()
  await expect(page.getByRole('article').getByText('It leaves today')).toBeVisible()
  await looks(walk, 'the conversation after a reply')
  await showsPanel(page)
  await looks(walk, 'the member panel')
}

/** The member's conversation after the agent took over. On a phone the list was all of the page before. */
async function opensAsOwner(walk: Walk) {
  const { page, simulator, member } = walk
  await simulator.says(member, 'Hello?')
  await simulator.settles()
  await visits(walk, '/inbox?view=all')
  await page.getByRole('link', { name: member.name }).click()
  const owner = page.getByRole('group', { name: t('owner.line.label') })
  await looks(walk, 'a conversation that the bot answers')
  await owner.getByRole('button', { name: t('conversation.header.takeOver') }).click()
  await expect(reply(page)).toBeFocused()
}

async function walksHeader(walk: Walk) {
  const { page } = walk
  await visits(walk, '/inbox')
  await visits(walk, '/inbox?view=all&q=0000000000000')
  await visits(walk, '/inbox?view=all')
  for (const menu of ['shell.bell.menu', 'shell.theme.label', 'shell.account.label'] as const)
    await opensMenu(walk, page.getByRole('button', { name: t(menu), exact: true }), menu)
  await opensMenu(walk, button(page, 'conversation.filter.button'), 'the filter')
  await opensAsOwner(walk)
  await opensMenu(walk, button(page, 'conversation.header.more'), 'the menu of the header')
  for (const item of ['transfer', 'handBackStep', 'tag'] as const) {
    await button(page, 'conversation.header.more').click()
    await page.getByRole('menuitem', { name: t(`conversation.header.${item}`) }).click()
    await looksAtDialog(walk, item)
  }
  const message = page.getByRole('article').last()
  await message.hover()
  const actions = message.getByRole('button', { name: t('message.menu.label') })
  await opensMenu(walk, actions, 'the menu of a message')
  await actions.click()
  await page.getByRole('menuitem', { name: t('message.menu.info') }).click()
  await looksAtDialog(walk, 'the passport of a message')
  await reply(page).blur()
  await page.keyboard.press('?')
  await looksAtDialog(walk, 'keyboard shortcuts')
  await page.keyboard.press('Control+k')
  await looksAtDialog(walk, 'the palette')
}

async function walksComposer(walk: Walk) {
  const { page } = walk
  await opensAsOwner(walk)
  const add = button(page, 'composer.extra.add')
  await opensMenu(walk, add, 'the menu of what a reply can carry')
  for (const [kind, name] of Object.entries(EXTRA_NAMES)) {
    await add.click()
    const item = page.getByRole('menuitem', { name: t(name) })
    if (await item.getAttribute('aria-disabled')) {
      await page.keyboard.press('Escape')
      continue
    }
    await item.click()
    await looksAtDialog(walk, `the form of ${kind}`)
  }
  await looksAtCanned(walk)
  await reply(page).fill('Good morning')
  const more = button(page, 'composer.send.more')
  await opensMenu(walk, more, 'more ways to send')
  await more.click()
  await page.getByRole('menuitem', { name: t('composer.send.later') }).click()
  await looksAtDialog(walk, 'send later')
}

/** With one that fits, and with none. */
async function looksAtCanned(walk: Walk) {
  const { page } = walk
  const address = paths.api.admin.cannedReply(randomUUID())
  const texts = [{ language: 'en', text: 'Hi {{member.firstName}}' }]
  await page.request.put(address, { data: { title: 'Greeting', folder: 'Hello', texts } })
  await reply(page).fill('/gree')
  await expect(page.getByRole('listbox', { name: t('composer.canned.label') })).toBeVisible()
  await looks(walk, 'canned replies')
  await reply(page).fill('/000000')
  await expect(page.getByText(t('composer.canned.noneFor', { search: '000000' }))).toBeVisible()
  await looks(walk, 'no canned replies')
  await page.request.delete(address)
}

async function walksSections(walk: Walk, sections: typeof ADMIN_SECTIONS) {
  await growsTall(walk.page)
  if (sections === ADMIN_SECTIONS) await visits(walk, paths.admin.home)
  for (const { path } of sections) await visits(walk, path)
}

async function walksDetails(walk: Walk) {
  const { page } = walk
  await growsTall(page)
  const firstOf = async (address: string) => {
    const answer = await (await page.request.get(address)).json()
    return (answer.items ?? answer)[0].id
  }
  await visits(walk, paths.admin.connectChannel)
  await visits(walk, paths.admin.channel(await firstOf(paths.api.admin.channels)))
  await visits(walk, paths.admin.event(await firstOf(paths.api.admin.events)))
  const dialogs = {
    [paths.admin.cannedReplies]: t('workspace.canned.new'),
    [paths.admin.people]: t('people.list.invite'),
  }
  for (const [path, name] of Object.entries(dialogs)) {
    await page.goto(path)
    await page.getByRole('main').getByRole('button', { name }).first().click()
    await looksAtDialog(walk, `${path}: ${name}`)
  }
}

/** So that nothing of a page has to be scrolled to. */
async function growsTall(page: Page) {
  const { width } = page.viewportSize() ?? { width: 1440 }
  await page.setViewportSize({ width, height: 2400 })
}
