import { randomUUID } from 'node:crypto'
import type { APIRequestContext, Browser, Locator, Page, Request } from '@playwright/test'
import { EXTRA_NAMES } from '@/components/inbox/reply/extras/kinds'
import { ADMIN_SECTIONS } from '@/components/shell/sections'
import { translatorFor } from '@/lib/i18n/catalogues'
import { LOCALE_COOKIE, LOCALE_NAMES, PSEUDO_LOCALE } from '@/lib/i18n/locale'
import type { Key } from '@/lib/i18n/message-catalogue'
import { paths } from '@/lib/paths'
import { type Box, overlap, sidewaysOf } from '../support/boxes'
import type { Member, Simulator } from '../support/simulator'
import { expect, test } from '../support/test'
import { STORY_TIME_ZONE } from '../support/words'

/*
 * A walk over every page in the pseudo-locale: English with accents, a good third longer. A word without accents came from
 * no catalogue; a text that is cut has no room for other languages.
 */

const { t, say, dateFormat, duration, size, list } = translatorFor(PSEUDO_LOCALE, STORY_TIME_ZONE)

const QUIET_MS = 250
const DAY_MS = 24 * 60 * 60 * 1000
const HEIGHTS = { 360: 740, 768: 1024, 1440: 900 } as const

/** What stands on screens as it is in every language: the product, its platforms, keys, and names of things on wires. */
const NAMES = [
  'stella-inbox',
  'PUBLIC_URL',
  ...['Stella', 'WhatsApp', 'Messenger', 'Instagram', 'Telegram', 'WeChat', 'Slack'],
  ...['Ctrl', 'Enter', 'Esc', 'Shift', 'Alt', 'alt', 'Tab', 'Home', 'End', 'Space'],
  ...['HTTP', 'API', 'URL', 'JSON', 'UUID', 'CSV', 'UTC', 'SHA', 'HMAC', 'https', 'webhook'],
  ...['JPEG', 'PNG', 'PDF', 'GIF', 'WebP'],
]

/** Variables of canned replies are written the same in every language. */
const VARIABLE = /\{\{[\w.]+\}\}/g

/** A place to look at while one walks, and those who live in it. */
interface Walk {
  page: Page
  heard: ReturnType<typeof listens>
  /** What was told of already: the shell is the same on every page. */
  told: Set<string>
  simulator: Simulator
  member: Member
  simulatorUrl: string
}

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
      test.setTimeout(120_000)
      const page = await opensPseudo(browser, adaState, appUrl, width)
      const known = { heard: listens(page), told: new Set<string>() }
      await walks({ page, ...known, simulator, member, simulatorUrl })
      await page.context().close()
    })

test('every word is from the catalogue, and has room: the inbox and three sections at 1440 px', {
  tag: '@long',
}, async ({ browser, adaState, appUrl, simulator, member, simulatorUrl }) => {
  const page = await opensPseudo(browser, adaState, appUrl, 1440)
  const walk = { page, heard: listens(page), told: new Set<string>() }
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

async function visits(walk: Walk, address: string) {
  await walk.page.goto(address)
  await looks(walk, address)
}

async function opensMenu(walk: Walk, opener: Locator, what: string) {
  await opener.click()
  await expect(walk.page.getByRole('menu')).toBeVisible()
  await looks(walk, what)
  await walk.page.keyboard.press('Escape')
  await expect(walk.page.getByRole('menu')).toBeHidden()
}

async function looksAtDialog(walk: Walk, what: string) {
  const dialog = walk.page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await looks(walk, what)
  await walk.page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
}

async function showsPanel(page: Page) {
  const show = button(page, 'conversation.header.showPanel')
  if (await show.isVisible()) await show.click()
  await expect(page.getByRole('complementary', { name: t('member.panel.label') })).toBeVisible()
}

function button(page: Page, key: Key): Locator {
  return page.getByRole('button', { name: say({ key }), exact: true })
}

function reply(page: Page): Locator {
  return page.getByRole('textbox', { name: t('composer.box.label'), exact: true })
}

async function sendsKind({ page, simulatorUrl, member }: Walk, action: object) {
  const { channel, externalId, name } = member
  const data = { channel, member: externalId, name, action }
  const answer = await page.request.post(`${simulatorUrl}/control/say`, { data })
  expect(answer.ok(), await answer.text()).toBe(true)
}

/** Whatever is wrong with what is on screen now, in one list. The walk goes on after it. */
async function looks({ page, heard, told }: Walk, place: string) {
  await heard.quiet()
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  const texts = await page.evaluate(textsOnPage)
  const data = await heard.words()
  const sideways = await sidewaysOf(page)
  const found = [
    ...texts.flatMap((seen) => unaccented(seen, data)),
    ...(await page.evaluate(textBoxes)).flatMap(cut),
    ...overlaps(await page.evaluate(usesOnScreen)),
    ...(sideways > 0 ? [`the page scrolls sideways by ${sideways} px`] : []),
  ]
  const news = [...new Set(found)].filter((finding) => !told.has(finding))
  for (const finding of news) told.add(finding)
  expect.soft(news, place).toEqual([])
}

interface Seen {
  element: string
  text: string
}

function unaccented({ element, text }: Seen, data: Set<string>): string[] {
  const isKnown = (word: string) => data.has(word) || (text.includes('…') && isBegun(word, data))
  const odd = wordsOf(text.replaceAll(VARIABLE, '')).filter((word) => !isKnown(word))
  return odd.length > 0 ? [`not from the catalogue: <${element}> “${text.trim()}”`] : []
}

/** An id or an address is shown by its beginning. */
function isBegun(word: string, data: Set<string>): boolean {
  return [...data].some((known) => known.startsWith(word))
}

/** Words of ASCII letters alone, three or more: the catalogue has none of them. */
function wordsOf(text: string): string[] {
  return (text.match(/[\p{L}\p{M}]+/gu) ?? []).filter((word) => /^[A-Za-z]{3,}$/.test(word))
}

/** Keeps the words of everything that the server answers this page in JSON: what people and platforms wrote. */
function listens(page: Page) {
  const words = new Set([...NAMES, ...intlTexts(), ...Object.values(LOCALE_NAMES)].flatMap(wordsOf))
  const keep = (value: unknown): void => {
    if (typeof value === 'string') for (const word of wordsOf(value)) words.add(word)
    else if (value && typeof value === 'object') Object.values(value).forEach(keep)
  }
  const answers: Promise<void>[] = []
  const asked = new Set<Request>()
  page.on('request', (request) => {
    if (request.resourceType() === 'fetch') asked.add(request)
  })
  for (const end of ['requestfinished', 'requestfailed'] as const)
    page.on(end as 'requestfinished', (request) => asked.delete(request))
  page.on('response', (response) => {
    if (!response.headers()['content-type']?.includes('json')) return
    answers.push(response.json().then(keep, () => undefined))
  })
  return {
    /** Waits until the page has what it asked for, and asks for no more. */
    async quiet() {
      do await page.waitForTimeout(QUIET_MS)
      while (asked.size > 0)
    },
    async words() {
      keep(await (await page.request.get(paths.api.me)).json())
      await Promise.all(answers)
      return words
    },
  }
}

/** What `Intl` writes: names of months and days, units, zones and the words between the parts of a list. */
function intlTexts(): string[] {
  const days = Array.from({ length: 366 }, (_, day) => day * DAY_MS)
  const formats = [
    dateFormat({ month: 'short', weekday: 'short' }),
    dateFormat({ month: 'long', weekday: 'long' }),
  ]
  const spans = [1, 2].flatMap((count) => [count * 1000, count * 60_000, count * 3_600_000])
  return [
    ...formats.flatMap((format) => days.map((at) => format.format(at))),
    ...[...spans, 3 * DAY_MS].map((ms) => duration(ms, { style: 'long', finest: 'seconds' })),
    ...[1, 2, 2000].map((bytes) => size(bytes)),
    ...(['and', 'or'] as const).map((type) => list(['1', '2', '3'], type)),
    ...Intl.supportedValuesOf('timeZone'),
  ]
}

/** Everything that people read or hear on the page. Runs in the browser. */
function textsOnPage(): Seen[] {
  const told = ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'alt']
  const seen: Seen[] = [{ element: 'title', text: document.title }]
  for (const element of document.body.querySelectorAll('*')) {
    const shown = element.closest('select') ?? element
    if (element.matches('script, style, noscript, template, textarea')) continue
    if (!shown.checkVisibility({ visibilityProperty: true })) continue
    const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
    const texts = own.map(({ nodeValue }) => nodeValue ?? '')
    for (const name of told) texts.push(element.getAttribute(name) ?? '')
    for (const text of texts)
      if (text.trim()) seen.push({ element: element.tagName.toLowerCase(), text })
  }
  return seen
}

interface Edge extends Box {
  /** Whether what reaches over the edge is hidden, and whether one may scroll to it; across and down. */
  hides: [boolean, boolean]
  scrolls: [boolean, boolean]
  isEllipsis: boolean
}

interface TextBox extends Box {
  element: string
  text: string
  /** It is pressed, or heads something. */
  isHead: boolean
  /** The whole is said elsewhere too. */
  isElsewhere: boolean
  /** What it stands in, the innermost first. */
  edges: Edge[]
}

/**
 * A text of which a part is hidden. What people and platforms wrote may end in an ellipsis; our own words may where the
 * whole is said elsewhere, and never in what is pressed or heads something.
 */
function cut(text: TextBox): string[] {
  const scrolled = [false, false]
  for (const edge of text.edges) {
    // Read aloud alone.
    if (edge.width <= 1 || edge.height <= 1) return []
    const over = [
      Math.max(edge.x - text.x, text.x + text.width - edge.x - edge.width) > 1,
      // A line is higher than its letters.
      Math.max(edge.y - text.y, text.y + text.height - edge.y - edge.height) > 4,
    ]
    if (over.some((is, axis) => is && edge.hides[axis] && !scrolled[axis])) {
      const isOurs = /[\u00c0-\u024f\u0271\u1e00-\u1eff]/.test(text.text)
      const isFine = edge.isEllipsis && (!isOurs || (text.isElsewhere && !text.isHead))
      return isFine ? [] : [`cut: <${text.element}> “${text.text}”`]
    }
    for (const axis of [0, 1]) scrolled[axis] ||= edge.scrolls[axis] ?? false
  }
  return []
}

/** Every text that stands on the page, and where. Runs in the browser. */
function textBoxes(): TextBox[] {
  const heads = 'button, label, legend, th, h1, h2, h3, [role="tab"], [role^="menuitem"]'
  const both = (style: CSSStyleDeclaration, what: RegExp): [boolean, boolean] =>
    style.display === 'inline'
      ? [false, false]
      : [what.test(style.overflowX), what.test(style.overflowY)]
  const edgesOf = (element: Element | null): Edge[] => {
    if (!element || element === document.body) return []
    const style = getComputedStyle(element)
    const { x, y, width, height } = element.getBoundingClientRect()
    const isEllipsis = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none'
    const over = { hides: both(style, /hidden|clip/), scrolls: both(style, /auto|scroll/) }
    const around = style.position === 'fixed' ? [] : edgesOf(element.parentElement)
    return style.display === 'inline' || style.display === 'contents'
      ? around
      : [{ x, y, width, height, isEllipsis, ...over }, ...around]
  }
  const found: TextBox[] = []
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const owner = texts.currentNode.parentElement
    const text = texts.currentNode.nodeValue?.trim() ?? ''
    if (!text || !owner?.checkVisibility({ visibilityProperty: true })) continue
    const range = document.createRange()
    range.selectNodeContents(texts.currentNode)
    const { x, y, width, height } = range.getBoundingClientRect()
    const isHead = owner.closest(heads) !== null
    const isElsewhere = owner.closest('[title], [aria-label], [data-row]') !== null
    const element = owner.tagName.toLowerCase()
    found.push({ element, text, x, y, width, height, isHead, isElsewhere, edges: edgesOf(owner) })
  }
  return found
}

interface Use extends Box {
  name: string
  /** Which of the things that lie over each other it belongs to. */
  layer: number
}

/** Pairs of things to press or to type into that share a place. */
function overlaps(uses: Use[]): string[] {
  return uses.flatMap((use, place) =>
    uses
      .slice(place + 1)
      .filter((other) => other.layer === use.layer && overlap(use, other))
      .map((other) => `overlap: “${use.name}” and “${other.name}”`),
  )
}

/** What can be pressed or typed into and is on screen, without the parts that are scrolled away. Runs in the browser. */
function usesOnScreen(): Use[] {
  const uses = 'a[href], button, input, select, textarea'
  const layers: (Element | null)[] = []
  const layerOf = (element: Element) => {
    const layer = element.closest(
      '[role="dialog"], [role="menu"], [data-sonner-toaster], aside, body',
    )
    return layers.includes(layer) ? layers.indexOf(layer) : layers.push(layer) - 1
  }
  /** Of a field the part for what is typed: a button may stand in its padding. */
  const shownPartOf = (element: Element): Box => {
    const style = element.matches('input, textarea') ? getComputedStyle(element) : undefined
    const box = element.getBoundingClientRect()
    let [x, y] = [box.left + Number.parseFloat(style?.paddingLeft ?? '0'), box.top]
    let [right, bottom] = [box.right - Number.parseFloat(style?.paddingRight ?? '0'), box.bottom]
    for (let edge = element.parentElement; edge; edge = edge.parentElement) {
      if (getComputedStyle(edge).overflow === 'visible') continue
      const around = edge.getBoundingClientRect()
      ;[x, y] = [Math.max(x, around.left), Math.max(y, around.top)]
      ;[right, bottom] = [Math.min(right, around.right), Math.min(bottom, around.bottom)]
    }
    return { x, y, width: right - x, height: bottom - y }
  }
  return [...document.querySelectorAll(uses)].flatMap((element) => {
    const box = shownPartOf(element)
    const isThere = element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    if (!isThere || box.width < 4 || box.height < 4) return []
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
    const over = top?.closest(uses)
    const layer = layerOf(element)
    // Under something that can't be pressed, as a dialog’s shade, nothing can be pressed by mistake.
    const isSeen = top && (element.contains(top) || (over && layerOf(over) === layer))
    const name = element.getAttribute('aria-label') ?? element.textContent ?? ''
    return isSeen ? [{ name: name.slice(0, 60), layer, ...box }] : []
  })
}
