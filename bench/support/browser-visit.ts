import type { Browser, CDPSession, Page } from '@playwright/test'
import { paths } from '@/lib/paths'

/** What somebody's work in the inbox felt like. */
export interface Work {
  /** Of the interactions, as browsers tell their INP: the longest, leaving out one in fifty. ms */
  inp: number
  /** Of the time, in which the main thread did something. */
  busyPercent: number
  /** ms; 0 when none took 50. */
  longestTask: number
}

export interface Visit {
  /** Types into the reply and opens conversations, for so many seconds. */
  work(seconds: number): Promise<Work>
  /** The texts of the bench that came into the list, and when, by the clock of the machine. Forgets them. */
  takeSights(): Promise<[text: string, at: number][]>
  close(): Promise<void>
}

const WORDS = 'we will look after it '
const KEY_PAUSE_MS = 60

/** Opens the inbox in a browser of its own, whose processor is so many times slower, with a conversation open. */
export async function visit(
  browser: Browser,
  appUrl: string,
  cookie: { name: string; value: string },
  slowness: number,
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1_440, height: 900 } })
  await context.addCookies([{ ...cookie, url: appUrl }])
  await context.addInitScript(watch)
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Performance.enable')
  await page.goto(`${appUrl}${paths.inbox()}?view=all`)
  await page.locator('[data-row]').first().click()
  await page.locator('textarea').first().waitFor()
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowness })
  return {
    work: (seconds) => work(page, cdp, seconds),
    takeSights: () => page.evaluate(() => window.bench.takeSights()),
    close: () => context.close(),
  }
}

async function work(page: Page, cdp: CDPSession, seconds: number): Promise<Work> {
  await page.evaluate(() => window.bench.takeWork())
  const before = await taskMs(cdp)
  const startedAt = performance.now()
  for (let turn = 0; performance.now() - startedAt < seconds * 1_000; turn += 1) {
    const box = page.locator('textarea').first()
    await box.click({ noWaitAfter: true })
    for (const key of WORDS) {
      await page.keyboard.press(key === ' ' ? 'Space' : key)
      await new Promise((resolve) => setTimeout(resolve, KEY_PAUSE_MS))
    }
    await clickRow(page, 3 + (turn % 5))
  }
  const took = performance.now() - startedAt
  const busyPercent = (((await taskMs(cdp)) - before) / took) * 100
  const { interactions, durations, longestTask } = await page.evaluate(() =>
    window.bench.takeWork(),
  )
  const sorted = durations.sort((a, b) => b - a)
  // What took less than 16 ms is told to nobody; it counts as that.
  return { inp: sorted[Math.floor(interactions / 50)] ?? 16, busyPercent, longestTask }
}

/** By the mouse alone: waiting until a row stands still would wait for ever. */
async function clickRow(page: Page, index: number) {
  const list = await page.locator('ul:has([data-row])').first().boundingBox()
  if (list) await page.mouse.click(list.x + list.width / 2, list.y + index * 64 + 32)
  // Off the list, which holds still while a pointer aims at it.
  await page.mouse.move(900, 400)
}

async function taskMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1_000
}

interface Watching {
  takeWork(): { interactions: number; durations: number[]; longestTask: number }
  takeSights(): [string, number][]
}

declare global {
  interface Window {
    bench: Watching
  }
}

/** Runs in the page before anything of it. */
function watch() {
  const longest = new Map<number, number>()
  let sights = new Map<string, number>()
  let longestTask = 0
  let pressed = 0
  const note = (entry: PerformanceEntry & { interactionId?: number }) => {
    const id = entry.interactionId
    if (id) longest.set(id, Math.max(longest.get(id) ?? 0, entry.duration))
  }
  const options = { type: 'event', durationThreshold: 16 } as PerformanceObserverInit
  new PerformanceObserver((list) => list.getEntries().forEach(note)).observe(options)
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration)
  }).observe({ type: 'longtask' })
  for (const type of ['keydown', 'pointerdown'])
    addEventListener(type, () => (pressed += 1), { capture: true, passive: true })

  const look = (node: Node) => {
    const at = performance.timeOrigin + performance.now()
    for (const [text] of (node.textContent ?? '').matchAll(/bench-\w+ \d+/g))
      if (!sights.has(text)) sights.set(text, at)
  }
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      if (target.nodeType === Node.TEXT_NODE) look(target)
      for (const node of addedNodes) look(node)
    }
  }).observe(document, { subtree: true, childList: true, characterData: true })

  window.bench = {
    takeWork() {
      const taken = { interactions: pressed, durations: [...longest.values()], longestTask }
      longest.clear()
      longestTask = 0
      pressed = 0
      return taken
    },
    takeSights() {
      const taken = [...sights]
      sights = new Map()
      return taken
    },
  }
}
