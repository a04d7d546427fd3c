import type { Locator, Page } from '@playwright/test'
import { bubblesOf, opens, thread } from '../support/phrases'
import type { Simulator } from '../support/simulator'
import { expect, test } from '../support/test'
import { t } from '../support/words'

test('the lightbox zooms, turns and goes through the conversation by keys', async ({
  agent,
  phone,
  member,
  simulator,
}) => {
  await sendsPieces(simulator, member, ['jacket', 'receipt'])
  await opens(agent, member)
  await phone.getByRole('button', { name: 'Send a photo' }).click()
  const photos = thread(agent).getByRole('button', { name: PICTURE })
  await expect(photos).toHaveCount(3)
  await photos.last().click()
  const box = agent.getByRole('dialog')
  await expect(box).toContainText(t('media.lightbox.place', { place: 3, count: 3 }))
  await agent.keyboard.press('+')
  await expect(box).toContainText('150%')
  await agent.keyboard.press('0')
  await expect(box).toContainText('100%')
  await agent.keyboard.press('r')
  await expect.poll(() => transformIn(box)).toContain('rotate(90deg)')
  await agent.keyboard.press('ArrowLeft')
  await agent.keyboard.press('ArrowLeft')
  await expect(box).toContainText(t('media.lightbox.place', { place: 1, count: 3 }))
  await expect(box.getByRole('button', { name: t('media.lightbox.previous') })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await expect(
    box.getByRole('link', { name: t('media.download', { name: t('media.kind.image') }) }),
  ).toBeVisible()
  await agent.keyboard.press('Escape')
  await expect(box).toBeHidden()
})

test('the lightbox is worked by keys alone, and the focus goes back to where it was', {
  tag: '@long',
}, async ({ agent, phone: _, member, simulator }) => {
  await sendsPieces(simulator, member, ['jacket', 'cup'])
  await opens(agent, member)
  const first = thread(agent).getByRole('button', { name: PICTURE }).first()
  await first.focus()
  await agent.keyboard.press('Enter')
  const box = agent.getByRole('dialog')
  await expect(box).toContainText(t('media.lightbox.place', { place: 1, count: 2 }))
  await expect(box).toBeFocused()
  await agent.keyboard.press('ArrowRight')
  await expect(box).toContainText(t('media.lightbox.place', { place: 2, count: 2 }))
  // There is no third one.
  await agent.keyboard.press('ArrowRight')
  await expect(box).toContainText(t('media.lightbox.place', { place: 2, count: 2 }))
  for (const key of ['+', '+', '-']) await agent.keyboard.press(key)
  await expect(box).toContainText('150%')
  await agent.keyboard.press('Shift+R')
  await expect.poll(() => transformIn(box)).toContain('rotate(90deg)')
  // Another picture starts whole and upright.
  await agent.keyboard.press('ArrowLeft')
  await expect(box).toContainText('100%')
  await expect.poll(() => transformIn(box)).toContain('rotate(0deg)')
  for (const turn of Array.from({ length: 12 }, (_, at) => at)) {
    await agent.keyboard.press('Tab')
    expect(await box.evaluate(holdsFocus), `Tab ${turn} leaves the lightbox`).toBe(true)
  }
  // The first one may close the tooltip of the button that has the focus.
  await expect(async () => {
    await agent.keyboard.press('Escape')
    await expect(box).toBeHidden({ timeout: 1_000 })
  }).toPass()
  await expect(first).toBeFocused()
})

test('a voice message has its waveform and length before it is played, seeks, and the next plays on', async ({
  agent,
  phone,
  member,
}) => {
  await opens(agent, member)
  for (let turn = 0; turn < 2; turn++)
    await phone.getByRole('button', { name: 'Send a voice message' }).click()
  const voices = bubblesOf(agent, member.name).filter({ hasText: '0:12' })
  await expect(voices).toHaveCount(2, SOON)
  // Where there is no waveform the slider itself is drawn as a bar.
  await expect(voices.first().getByRole('slider')).toHaveCSS('opacity', '0')
  expect(await voices.first().getByRole('slider').evaluate(heightsBeside)).toBeGreaterThan(10)
  await voices
    .first()
    .getByRole('button', { name: t('media.voice.speed', { speed: 1 }) })
    .click()
  await expect(
    voices.last().getByRole('button', { name: t('media.voice.speed', { speed: 1.5 }) }),
  ).toBeVisible()
  await voices.first().getByRole('slider').fill('11600')
  await voices
    .first()
    .getByRole('button', { name: t('media.play', { name: t('media.kind.voice') }) })
    .click()
  await expect(
    voices
      .last()
      .getByRole('button', { name: t('media.voice.pause', { name: t('media.kind.voice') }) }),
  ).toBeVisible()
  const rate = voices.last().locator('audio')
  expect(await rate.evaluate((it: HTMLAudioElement) => it.playbackRate)).toBe(1.5)
})

test('recordings that are no voice notes of WhatsApp have their length and a plain bar to seek with', {
  tag: '@long',
}, async ({ agent, phone: _, member, simulator }) => {
  for (const piece of ['greeting-m4a', 'greeting-aac', 'greeting-vorbis'])
    await simulator.sends(member, piece, 'audio')
  await opens(agent, member)
  const recordings = bubblesOf(agent, member.name).filter({ hasText: '0:04' })
  await expect(recordings).toHaveCount(3, SOON)
  for (const recording of await recordings.all()) {
    await expect(recording.getByRole('slider')).toHaveCSS('opacity', '1')
    await expect(recording.getByRole('slider')).toBeEnabled()
  }
})

test('a video shows its first moment and its length, and plays when it is asked to', {
  tag: '@long',
}, async ({ agent, phone: _, member, simulator }) => {
  await simulator.sends(member, 'walk', 'video')
  await opens(agent, member)
  const play = (length: string) =>
    thread(agent).getByRole('button', {
      name: t('media.playLength', { name: t('media.kind.video'), length }),
    })
  await expect(play('0:05')).toBeVisible(SOON)
  const video = thread(agent).locator('video')
  await expect(video).toHaveAttribute('preload', 'metadata')
  await expect(video).toHaveAttribute('src', /#t=0\.001$/)

  await play('0:05').focus()
  await agent.keyboard.press('Enter')
  await expect(video).toBeFocused()
  await expect(play('0:05')).toBeHidden()
  await expect
    .poll(() => video.evaluate((it: HTMLVideoElement) => it.currentTime))
    .toBeGreaterThan(0)
})

test('a PDF is drawn in a pane above the thread', async ({ agent, phone, member }) => {
  await opens(agent, member)
  await phone.getByRole('button', { name: 'Send a document' }).click()
  await thread(agent)
    .getByRole('button', { name: t('media.file.preview', { name: INVOICE }) })
    .click()
  const page = agent
    .getByRole('dialog')
    .getByRole('img', { name: t('media.file.page', { number: 1 }) })
  await expect.poll(() => page.evaluate(darkPixels)).toBeGreaterThan(100)
  await agent.keyboard.press('Escape')
  await expect(agent.getByRole('dialog')).toBeHidden()
})

test('a file that is gone says why, and can be asked for as often as somebody likes', {
  tag: '@long',
}, async ({ agent, phone: _, member, simulator }) => {
  await opens(agent, member)
  await sendsPieces(simulator, member, ['missing'])
  await expect(thread(agent).getByText(t('media.fetched.answered', { status: 404 }))).toBeVisible()
  const again = thread(agent).getByRole('button', { name: t('media.state.fetchAgain') })
  await again.click()
  await expect(again).toBeVisible()
})

test('a file that was gone is fetched again, and is there', { tag: '@long' }, async ({
  agent,
  phone: _,
  member,
  simulator,
}) => {
  await opens(agent, member)
  await sendsPieces(simulator, member, ['late'])
  await expect(thread(agent).getByText(t('media.fetched.answered', { status: 404 }))).toBeVisible(
    SOON,
  )
  await thread(agent)
    .getByRole('button', { name: t('media.state.fetchAgain') })
    .click()
  const photo = thread(agent).getByRole('button', { name: PICTURE })
  await expect(photo).toBeVisible(SOON)
  await expect
    .poll(() => photo.locator('img').evaluate((it: HTMLImageElement) => it.naturalWidth))
    .toBe(640)
  await expect(thread(agent).getByText(t('media.fetched.answered', { status: 404 }))).toBeHidden()
})

test('hostile pictures end with a reason and are never drawn', { tag: '@long' }, async ({
  agent,
  phone: _,
  member,
  simulator,
}) => {
  await opens(agent, member)
  await sendsPieces(simulator, member, ['private', 'loop', 'huge', 'bomb', 'truncated'])
  for (const reason of [
    t('media.fetched.private'),
    t('media.fetched.redirects'),
    t('media.fetched.tooLarge', { max: { bytes: 100 * 1024 ** 2 } }),
    t('media.inspected.pixels', { max: 50 }),
    t('media.inspected.image'),
  ])
    await expect(thread(agent).getByText(reason)).toBeVisible(SOON)
  await expect(thread(agent).locator('img')).toHaveCount(0)
})

test('the member panel holds the pictures and the files of the conversation', {
  tag: '@long',
}, async ({ agent, phone, member, simulator }) => {
  await sendsPieces(simulator, member, ['jacket', 'cup'])
  await opens(agent, member)
  const panel = agent.getByRole('complementary', { name: t('member.panel.label') })
  await expect(
    panel.getByRole('list', { name: t('media.gallery.images') }).getByRole('listitem'),
  ).toHaveCount(2)
  await phone.getByRole('button', { name: 'Send a document' }).click()
  await panel.getByRole('tab', { name: t('media.gallery.files') }).click()
  await expect(
    panel.getByRole('link', { name: t('media.download', { name: INVOICE }) }),
  ).toBeVisible()
  await panel.getByRole('tab', { name: t('media.gallery.images') }).click()
  await panel.getByRole('button', { name: PICTURE }).first().click()
  await expect(agent.getByRole('dialog')).toContainText(
    t('media.lightbox.place', { place: 2, count: 2 }),
  )
})

test('nothing moves when a picture arrives in its place', { tag: '@long' }, async ({
  agent,
  phone,
  member,
}) => {
  await opens(agent, member)
  await watchShifts(agent)
  await phone.getByRole('button', { name: 'Send a photo' }).click()
  const image = bubblesOf(agent, member.name).locator('img')
  await expect
    .poll(() => image.evaluate((it: HTMLImageElement) => it.naturalWidth))
    .toBeGreaterThan(0)
  expect(await agent.evaluate(() => Number(document.body.dataset.shift ?? 0))).toBeLessThan(0.1)
})

/** What opens a picture that came without a name. */
const PICTURE = t('media.image.open', { name: t('media.kind.image') })
/** What a document is called that a phone sends. */
const INVOICE = 'invoice HK-20391.pdf'

function transformIn(box: Locator): Promise<string> {
  return box.getByRole('img').evaluate((it) => (it as HTMLElement).style.transform)
}

function holdsFocus(element: Element): boolean {
  return element.contains(document.activeElement)
}

/** How many different heights the bars next to a slider have. */
function heightsBeside(slider: Element): number {
  const bars = slider.parentElement?.querySelectorAll('[aria-hidden] > span') ?? []
  return new Set([...bars].map((bar) => bar.getBoundingClientRect().height)).size
}

/** A file has to come from its host and be looked into, also on a busy machine. */
const SOON = { timeout: 20_000 }

type Who = Parameters<Simulator['says']>[0]

async function sendsPieces(simulator: Simulator, who: Who, pieces: string[]) {
  for (const piece of pieces) await simulator.sends(who, piece)
}

function watchShifts(agent: Page) {
  return agent.evaluate(() => {
    let sum = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value
      document.body.dataset.shift = String(sum)
    }).observe({ type: 'layout-shift' })
  })
}

function darkPixels(canvas: HTMLElement | SVGElement): number {
  if (!(canvas instanceof HTMLCanvasElement)) return 0
  const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {}
  let dark = 0
  for (let at = 0; data && at < data.length; at += 4)
    if ((data[at + 3] ?? 0) > 0 && (data[at] ?? 255) < 100) dark += 1
  return dark
}
