import { expect, type Locator, type Page } from '@playwright/test'

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** Where something stands on the page; throws where it does not. */
export async function boxOf(locator: Locator): Promise<Box> {
  const box = await locator.boundingBox()
  if (!box) throw new Error(`${locator} is not on screen.`)
  return box
}

/** Whether two boxes share a place, by more than the half pixel of a rounding. */
export function overlap(a: Box, b: Box): boolean {
  const apart = 0.5
  return (
    a.x + a.width - apart > b.x &&
    b.x + b.width - apart > a.x &&
    a.y + a.height - apart > b.y &&
    b.y + b.height - apart > a.y
  )
}

/** All of a text is on screen: not cut, not under the edge of the window. */
export async function expectWhole(locator: Locator, what: string) {
  const cut = await locator.evaluate((element: Element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect()
    if (right > innerWidth + 0.5 || bottom > innerHeight + 0.5 || left < 0 || top < 0) return 'off'
    return element.scrollWidth > element.clientWidth + 1 ? 'cut' : undefined
  })
  expect(cut, `${what} is whole`).toBeUndefined()
}

/** What can be seen at the middle of something is itself or a part of it. */
export async function expectUncovered(locator: Locator, what: string) {
  const seenInstead = () =>
    locator.evaluate((element: Element) => {
      const { left, top, width, height } = element.getBoundingClientRect()
      const shown = document.elementFromPoint(left + width / 2, top + height / 2)
      return element.contains(shown) ? '' : (shown?.outerHTML.slice(0, 120) ?? 'nothing')
    })
  // A box that grows while somebody types pushes the lines up a frame later.
  await expect.poll(seenInstead, `${what} is covered by`).toBe('')
}

/** How many pixels the page could be scrolled sideways. */
export function sidewaysOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
}
