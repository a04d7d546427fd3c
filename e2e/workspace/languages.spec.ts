import { randomUUID } from 'node:crypto'
import type { Browser, Locator, Page } from '@playwright/test'
import { translatorFor } from '@/lib/i18n/catalogues'
import { LOCALE_NAMES, type Locale, languageOf } from '@/lib/i18n/locale'
import type { Key } from '@/lib/i18n/message-catalogue'
import type { Value } from '@/lib/i18n/reason'
import type { Translator } from '@/lib/i18n/translator'
import { paths } from '@/lib/paths'
import { newAccount, signsInAs } from '../support/accounts'
import { sidewaysOf } from '../support/boxes'
import { STRANGER } from '../support/people'
import type { Member, Simulator } from '../support/simulator'
import { expect, test } from '../support/test'
import { STORY_TIME_ZONE } from '../support/words'

const english = translatorFor('en-GB', STORY_TIME_ZONE)
const hongKong = translatorFor('zh-HK', STORY_TIME_ZONE)
const mainland = translatorFor('zh-CN', STORY_TIME_ZONE)

const DAY_MS = 24 * 60 * 60 * 1000

type Playwright = Parameters<typeof newAccount>[0]

test('the language changes and changes back on a page that stays, and a draft stays with it', async ({
  browser,
  playwright,
  appUrl,
  simulator,
  member,
}) => {
  const { page } = await newReader(browser, playwright, appUrl, 'en-GB')
  const draft = 'The shop in Mong Kok has one left'
  await opensConversation(page, simulator, member)
  await replyBox(page, english).fill(draft)
  await page.evaluate(() => Object.assign(window, { isSamePage: true }))

  await opensProfile(page, english)
  await choosesLanguage(page, english, LOCALE_NAMES['zh-HK'])
  await expectLanguage(page, 'zh-Hant')
  await expect(page.getByLabel(hongKong.t('people.settings.language'))).toHaveValue('zh-HK')
  await page.goBack()
  await expect(replyBox(page, hongKong)).toHaveValue(draft)

  await opensProfile(page, hongKong)
  await choosesLanguage(page, hongKong, LOCALE_NAMES['en-GB'])
  await expectLanguage(page, 'en')
  await expect(page.getByLabel(english.t('people.settings.language'))).toHaveValue('en-GB')
  await page.goBack()
  await expect(replyBox(page, english)).toHaveValue(draft)
  expect(await page.evaluate(() => 'isSamePage' in window), 'no page was loaded anew').toBe(true)
  await page.context().close()
})

const ASKED = [
  { asks: 'zh-TW', reads: translatorFor('zh-TW') },
  { asks: 'zh-CN', reads: mainland },
  { asks: 'fr', reads: english },
]

for (const { asks, reads } of ASKED)
  test(`who comes with a browser in ${asks} signs in in ${LOCALE_NAMES[reads.locale as 'en-GB']}`, {
    tag: asks === 'zh-CN' ? '@long' : [],
  }, async ({ browser, appUrl }) => {
    const context = await browser.newContext({
      locale: asks,
      storageState: STRANGER,
      baseURL: appUrl,
    })
    const page = await context.newPage()
    await page.goto(paths.signIn)
    await expectLanguage(page, languageOf(reads.locale))
    await expect(page.getByLabel(reads.t('signIn.email'))).toBeVisible()
    await expect(page.getByRole('button', { name: reads.t('signIn.submit') })).toBeVisible()
    expect(await refusalOf(page, paths.api.me)).toEqual({
      code: 'unauthenticated',
      message: reads.t('failure.signInFirst'),
    })
    await context.close()
  })

test('two people in one conversation read what happened, and why not, each in their language', {
  tag: '@long',
}, async ({ browser, playwright, appUrl, simulator, member }) => {
  const first = await newReader(browser, playwright, appUrl, 'en-GB')
  const second = await newReader(browser, playwright, appUrl, 'zh-HK')
  await opensConversation(first.page, simulator, member)
  await second.page.goto(first.page.url())

  await test.step('who took over', async () => {
    await takeOver(first.page, english).click()
    await expectHappened(first, 'message.activity.tookOver', { who: english.t('common.you') })
    await expectHappened(second, 'message.activity.tookOver', { who: first.name })
    await expectBlocked(second, first.name)
  })

  await test.step('who took over after that', async () => {
    await takeOver(second.page, hongKong).click()
    const title = hongKong.t('owner.ask.takeTitle', { name: first.name })
    const question = second.page.getByRole('dialog', { name: title })
    await question.getByRole('button', { name: hongKong.t('owner.ask.take') }).click()
    await expectHappened(second, 'message.activity.tookOver', { who: hongKong.t('common.you') })
    await expectHappened(first, 'message.activity.tookOver', { who: second.name })
    await expectBlocked(first, second.name)
  })

  await test.step('what the server refuses', async () => {
    for (const { page, reads } of [first, second])
      expect(await refusalOf(page, paths.api.conversation(randomUUID()))).toEqual({
        code: 'not_found',
        message: reads.t('failure.noSuchConversation'),
      })
  })

  await test.step('what stands in the audit log since yesterday', async () => {
    for (const { page, reads } of [first, second]) {
      await page.clock.setFixedTime(Date.now() + DAY_MS)
      await page.goto(paths.admin.audit)
      for (const { name } of [first, second]) {
        const acts = page.getByRole('main').getByRole('listitem')
        const act = acts.filter({ hasText: member.name }).filter({ hasText: name })
        await expect(act).toContainText(`${name} · ${reads.t('audit.conversation.tookOver')}`)
      }
      await page.context().close()
    }
  })
})

test('Chinese names stand in the order of the reader’s language', { tag: '@long' }, async ({
  browser,
  playwright,
  appUrl,
}) => {
  const { page } = await newReader(browser, playwright, appUrl, 'zh-HK')
  const mark = randomUUID().slice(0, 8)
  const replies = ['退貨', '一般', '付款'].map((folder) => ({ id: randomUUID(), folder }))
  for (const { id, folder } of replies)
    await page.request.put(paths.api.admin.cannedReply(id), {
      data: {
        title: `${folder} ${mark}`,
        folder: `${folder} ${mark}`,
        texts: [{ language: 'zh-HK', text: '你好' }],
      },
    })
  const folders = page.getByRole('heading', { level: 2 }).filter({ hasText: mark })
  const inOrder = (names: string[]) => names.map((name) => `${name} ${mark}`)

  await page.goto(paths.admin.cannedReplies)
  // By strokes.
  await expect(folders).toHaveText(inOrder(['一般', '付款', '退貨']))
  await choosesLocale(page, 'zh-CN')
  await page.reload()
  // By sound: fù, tuì, yī.
  await expect(folders).toHaveText(inOrder(['付款', '退貨', '一般']))

  for (const { id } of replies) await page.request.delete(paths.api.admin.cannedReply(id))
  await page.context().close()
})

test('long names and messages in Chinese, which has no spaces, end in the row and break in the bubble', {
  tag: '@long',
}, async ({ browser, playwright, appUrl, simulator, member }) => {
  const { page } = await newReader(browser, playwright, appUrl, 'zh-HK')
  const long = { ...member, name: `陳大文${member.externalId}${'歐陽'.repeat(30)}` }
  const text = '請問你們旺角分店的營業時間是幾點到幾點？'.repeat(20)
  await page.setViewportSize({ width: 360, height: 740 })
  await simulator.says(long, text)
  await page.goto('/inbox?view=all')
  const row = page.getByRole('link', { name: long.name })
  await expectShortened(row.getByText(long.name, { exact: true }))
  expect((await row.boundingBox())?.height).toBeLessThan(80)
  expect(await sidewaysOf(page)).toBeLessThanOrEqual(0)

  await row.click()
  const bubble = page.getByRole('article').getByText(text)
  await expect(bubble).toBeVisible()
  expect(await bubble.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
  await expectShortened(page.getByRole('heading', { name: long.name, level: 2 }).first())
  expect(await sidewaysOf(page)).toBeLessThanOrEqual(0)
  await page.context().close()
})

interface Reader {
  page: Page
  name: string
  reads: Translator
}

/** A supervisor, who may see the audit log, with a browser and a language of their own. */
async function newReader(
  browser: Browser,
  playwright: Playwright,
  appUrl: string,
  locale: Locale,
): Promise<Reader> {
  const account = await newAccount(playwright, appUrl, 'supervisor')
  const page = await signsInAs(browser, playwright, appUrl, account)
  await choosesLocale(page, locale)
  return { page, name: account.name, reads: translatorFor(locale, STORY_TIME_ZONE) }
}

/** As from another window: this one is not told. */
async function choosesLocale(page: Page, locale: Locale) {
  const settings = await (await page.request.get(paths.api.mySettings)).json()
  const answer = await page.request.put(paths.api.mySettings, { data: { ...settings, locale } })
  expect(answer.ok(), await answer.text()).toBe(true)
}

async function opensConversation(page: Page, simulator: Simulator, member: Member) {
  await simulator.says(member, 'Do you ship to Macau?')
  await page.goto('/inbox?view=all')
  await page.getByRole('link', { name: member.name }).click()
  await expect(page.getByRole('heading', { name: member.name, level: 2 }).first()).toBeVisible()
}

async function opensProfile(page: Page, { t }: Translator) {
  await page.getByRole('button', { name: t('shell.account.label'), exact: true }).click()
  await page.getByRole('menuitem', { name: t('shell.account.profile') }).click()
}

async function choosesLanguage(page: Page, { t }: Translator, name: string) {
  await page.getByLabel(t('people.settings.language')).selectOption({ label: name })
}

function replyBox(page: Page, { t }: Translator): Locator {
  return page.getByRole('textbox', { name: t('composer.box.label'), exact: true })
}

function takeOver(page: Page, { t }: Translator): Locator {
  const owner = page.getByRole('group', { name: t('owner.line.label') })
  return owner.getByRole('button', { name: t('conversation.header.takeOver') })
}

async function expectLanguage(page: Page, language: string) {
  const html = page.locator('html')
  await expect(html).toHaveAttribute('lang', language)
  await expect(html).toHaveAttribute('dir', 'ltr')
}

async function expectHappened({ page, reads }: Reader, key: Key, values: Record<string, Value>) {
  const words = [reads.rich(key, { ...values, b: (who) => who })].flat(9).join('')
  const messages = page.getByRole('log', { name: reads.t('conversation.thread.messages') })
  await expect(messages).toContainText(words)
}

/** They read under the thread that a colleague answers. */
async function expectBlocked({ page, reads }: Reader, name: string) {
  await expect(page.getByText(reads.t('reply.blocked.colleague', { name })).first()).toBeVisible()
}

/** It is cut at the end of its line, with an ellipsis. */
async function expectShortened(text: Locator) {
  await expect(text).toHaveCSS('text-overflow', 'ellipsis')
  expect(await text.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true)
}

/** What the API answers this browser where it refuses. */
function refusalOf(page: Page, address: string): Promise<{ code: string; message: string }> {
  return page.evaluate(async (path) => (await (await fetch(path)).json()).error, address)
}
