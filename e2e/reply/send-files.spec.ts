import { randomUUID } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import sharp from 'sharp'
import { CHROMIUM_ARGS, findChromium } from '@/bin/test/chromium'
import { paths } from '@/lib/paths'
import {
  bubblesOf,
  conversationIdOf,
  opens,
  phoneLog,
  replyBox,
  seesInbox,
  sendButton,
  takesOver,
  thread,
} from '../support/phrases'
import { expect, test } from '../support/test'
import { like, STORY_LOCALE, t } from '../support/words'

test.use({
  launchOptions: {
    executablePath: findChromium(),
    args: [
      ...CHROMIUM_ARGS,
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
    ],
  },
  permissions: ['microphone'],
})

test('an agent sends two pictures with captions, in the order they chose, and the member sees them', async ({
  agent,
  phone,
  member,
}) => {
  await opens(agent, member)
  await takesOver(agent)
  await picks(agent, [await picture('red.jpg', '#c33'), await picture('blue.jpg', '#33c')])
  await expect(tray(agent).getByRole('listitem')).toHaveCount(2)
  await agent
    .getByRole('textbox', { name: t('composer.files.caption', { name: 'red.jpg' }) })
    .fill('The red one')
  await agent
    .getByRole('textbox', { name: t('composer.files.caption', { name: 'blue.jpg' }) })
    .fill('The blue one')
  await agent
    .getByRole('button', { name: t('composer.files.moveUp', { name: 'blue.jpg' }) })
    .click()
  await replyBox(agent).fill('Which one?')
  await sendButton(agent).click()
  await expect(tray(agent)).toBeHidden()
  await expect(bubblesOf(agent, t('common.you'))).toHaveCount(3)

  const lines = phoneLog(phone).locator('.bubble.agent')
  await expect(lines).toHaveText([/The blue one/, /The red one/, /Which one\?/])
  const shown = lines.first().locator('img')
  await expect.poll(() => widthOf(shown)).toBe(640)
  const src = await shown.evaluate((it: HTMLImageElement) => it.src)
  expect(src).not.toContain('/api/files/')
})

test('files are put in order by pointer and by keys, and leave in that order', {
  tag: '@long',
}, async ({ agent, phone, member }) => {
  await opens(agent, member)
  await takesOver(agent)
  const names = ['one.jpg', 'two.jpg', 'three.jpg'] as const
  await picks(agent, await Promise.all(names.map((name, at) => picture(name, COLOURS[at] ?? ''))))
  const items = tray(agent).getByRole('listitem')
  await expect(items).toContainText(['one.jpg', 'two.jpg', 'three.jpg'])

  const three = items.filter({ hasText: 'three.jpg' })
  await three.locator('[draggable=true]').dragTo(items.filter({ hasText: 'one.jpg' }))
  await expect(items).toContainText(['three.jpg', 'one.jpg', 'two.jpg'])

  const caption = agent.getByRole('textbox', {
    name: t('composer.files.caption', { name: 'two.jpg' }),
  })
  await caption.fill('Second')
  await caption.press('Alt+ArrowUp')
  await expect(items).toContainText(['three.jpg', 'two.jpg', 'one.jpg'])
  await expect(caption).toBeFocused()
  await agent
    .getByRole('button', { name: t('composer.files.moveDown', { name: 'three.jpg' }) })
    .press('Enter')
  await expect(items).toContainText(['two.jpg', 'three.jpg', 'one.jpg'])
  // What is at the end can’t be moved further, by any key.
  await caption.press('Alt+ArrowUp')
  await expect(items).toContainText(['two.jpg', 'three.jpg', 'one.jpg'])
  await expect(
    agent.getByRole('button', { name: t('composer.files.moveUp', { name: 'two.jpg' }) }),
  ).toHaveAttribute('aria-disabled', 'true')

  await expect(sendButton(agent)).not.toHaveAttribute('aria-disabled', 'true')
  await sendButton(agent).click()
  const shown = phoneLog(phone).locator('.bubble.agent img')
  await expect(shown).toHaveCount(3)
  await expect
    .poll(() => Promise.all([0, 1, 2].map((at) => colourOf(shown.nth(at)))))
    .toEqual(['green', 'blue', 'red'])
})

test('an upload that is cancelled on its way stops, and nothing of it is left', {
  tag: '@long',
}, async ({ agent, phone, member }) => {
  await opens(agent, member)
  await takesOver(agent)
  const line = await agent.context().newCDPSession(agent)
  await line.send('Network.emulateNetworkConditions', SLOW_LINE)
  await picks(agent, [{ ...(await noise('slow.png', 900)), name: 'slow.png' }])
  const progress = agent.getByRole('progressbar', {
    name: t('composer.files.upload', { name: 'slow.png' }),
  })
  await expect(progress).toBeVisible()
  await expect(sendButton(agent)).toHaveAttribute('aria-disabled', 'true')
  const ended = agent.waitForEvent('requestfailed', (request) => request.url().includes('/uploads'))
  await agent
    .getByRole('button', { name: t('composer.files.cancel', { name: 'slow.png' }) })
    .click()
  expect((await ended).failure()?.errorText).toContain('ABORTED')
  await expect(tray(agent)).toBeHidden()

  await line.send('Network.emulateNetworkConditions', FAST_LINE)
  await agent.reload()
  await replyBox(agent).fill('Words alone')
  await expect(tray(agent)).toBeHidden()
  await sendButton(agent).click()
  const lines = phoneLog(phone).locator('.bubble.agent')
  await expect(lines).toHaveText([/Words alone/])
})

test('what the platform does not take is said at once, and a large picture can be sent smaller', {
  tag: '@long',
}, async ({ agent, phone, member }) => {
  await opens(agent, member)
  await takesOver(agent)
  const zip = {
    name: 'all.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from('PK\u0003\u0004'),
  }
  await picks(agent, [zip, await noise('huge.png')])
  await expect(
    tray(agent).getByText(
      t('media.judged.type', { platform: 'WhatsApp', type: 'application/zip' }),
    ),
  ).toBeVisible()
  await expect(
    tray(agent).getByText(
      like('media.judged.tooLarge', {
        kind: 'image',
        platform: 'WhatsApp',
        max: { bytes: 5 * 1024 ** 2 },
      }),
    ),
  ).toBeVisible()
  await expect(sendButton(agent)).toHaveAttribute('aria-disabled', 'true')

  await agent.getByRole('button', { name: t('composer.files.remove', { name: 'all.zip' }) }).click()
  await agent.getByRole('button', { name: t('composer.files.shrink') }).click()
  await expect(tray(agent).getByText('huge.jpg')).toBeVisible()
  await expect(sendButton(agent)).not.toHaveAttribute('aria-disabled', 'true')
  await sendButton(agent).click()
  const arrived = phoneLog(phone).locator('.bubble.agent img')
  await expect.poll(() => widthOf(arrived)).toBeGreaterThan(500)
})

test('files stay in the composer over a broken connection and a reload', { tag: '@long' }, async ({
  agent,
  phone,
  member,
}) => {
  await opens(agent, member)
  await takesOver(agent)
  await agent.context().setOffline(true)
  await picks(agent, [await picture('later.jpg', '#393')])
  await expect(tray(agent).getByText(t('composer.files.waiting'))).toBeVisible()
  await agent.context().setOffline(false)
  await expect(tray(agent).getByText(t('composer.files.waiting'))).toBeHidden()
  await agent
    .getByRole('textbox', { name: t('composer.files.caption', { name: 'later.jpg' }) })
    .fill('Kept')
  await agent.reload()
  await expect(
    agent.getByRole('textbox', { name: t('composer.files.caption', { name: 'later.jpg' }) }),
  ).toHaveValue('Kept')
  await sendButton(agent).click()
  await expect(phoneLog(phone).getByText('Kept')).toBeVisible()
})

test('a pasted and a dropped picture are attached, and a document arrives by its name', {
  tag: '@long',
}, async ({ agent, phone, member }) => {
  await opens(agent, member)
  await takesOver(agent)
  const { buffer } = await picture('a.png', '#909')
  await gives(agent, replyBox(agent), 'paste', 'pasted.png', buffer)
  await expect(tray(agent).getByText('pasted.png')).toBeVisible()
  await gives(agent, thread(agent), 'drop', 'dropped.png', buffer)
  await expect(tray(agent).getByText('dropped.png')).toBeVisible()
  await picks(agent, [
    { name: 'prices 價目.txt', mimeType: 'text/plain', buffer: Buffer.from('Jacket 780') },
  ])
  await sendButton(agent).click()
  const log = phoneLog(phone)
  await expect(log.getByRole('link', { name: 'prices 價目.txt' })).toBeVisible()
  await expect(log.locator('.bubble.agent img')).toHaveCount(2)
})

test('an agent records a voice message, listens to it, and it plays on the phone', async ({
  agent,
  phone,
  member,
}) => {
  await opens(agent, member)
  await takesOver(agent)
  await agent.getByRole('button', { name: t('composer.record.start') }).click()
  const recording = agent.getByRole('group', { name: t('composer.record.label') })
  await expect
    .poll(() => recording.getByRole('meter').evaluate((it: HTMLMeterElement) => it.value))
    .toBeGreaterThan(0)
  await expect(recording.getByRole('timer')).toHaveText('0:02')
  await recording.getByRole('button', { name: t('common.done') }).click()
  const listen = agent.getByLabel(
    t('composer.files.play', { name: `${t('composer.files.voiceName')}.ogg` }),
  )
  await expect.poll(() => listen.evaluate((it: HTMLAudioElement) => it.duration)).toBeGreaterThan(1)
  await expect(sendButton(agent)).not.toHaveAttribute('aria-disabled', 'true')
  await sendButton(agent).click()
  await expect(
    thread(agent).getByRole('button', { name: t('media.play', { name: t('media.kind.voice') }) }),
  ).toBeVisible()
  const heard = phoneLog(phone).locator('.bubble.agent audio')
  await expect.poll(() => heard.evaluate((it: HTMLAudioElement) => it.duration)).toBeGreaterThan(1)
})

test('a recording that is discarded leaves nothing', { tag: '@long' }, async ({
  agent,
  phone: _,
  member,
}) => {
  await opens(agent, member)
  await agent.getByRole('button', { name: t('composer.record.start') }).click()
  const recording = agent.getByRole('group', { name: t('composer.record.label') })
  await recording.getByRole('button', { name: t('common.discard') }).click()
  await expect(recording).toBeHidden()
  await expect(tray(agent)).toBeHidden()
})

test('the upload address refuses in words, and a token that is not ours opens nothing', {
  tag: '@long',
}, async ({ agent, phone: _, member, playwright, appUrl }) => {
  await seesInbox(agent)
  const conversation = await conversationIdOf(agent, member)
  const post = (search: Record<string, string>, data: Buffer) =>
    agent.request.post(`${paths.api.uploads}?${new URLSearchParams(search)}`, {
      data,
      headers: IN_OUR_WORDS,
    })
  const good = { id: randomUUID(), conversation, name: 'a.jpg' }
  const page = Buffer.from('<!doctype html><script>1</script>')
  for (const [search, data, status, words] of [
    [
      good,
      page,
      400,
      t('media.judged.type', { platform: 'WhatsApp', type: 'application/octet-stream' }),
    ],
    [{ ...good, id: 'no' }, page, 400, t('media.upload.idNotUuid')],
    [{ ...good, name: ' ' }, page, 400, t('media.upload.noName')],
    [{ ...good, conversation: randomUUID() }, page, 404, t('media.upload.noConversation')],
  ] as const) {
    const answer = await post(search, data)
    expect(answer.status()).toBe(status)
    expect((await answer.json()).error.message).toContain(words)
  }
  const stranger = await playwright.request.newContext({
    baseURL: appUrl,
    extraHTTPHeaders: IN_OUR_WORDS,
  })
  const none = await stranger.get(paths.api.file('AAAA'))
  expect([none.status(), (await none.json()).error.message]).toEqual([
    404,
    t('media.served.notStored'),
  ])
  await stranger.dispose()
})

function tray(agent: Page): Locator {
  return agent.getByRole('list', { name: t('composer.files.label') })
}

/** Asks for refusals in the language of the story. */
const IN_OUR_WORDS = { 'Accept-Language': STORY_LOCALE }
const COLOURS = ['#c33', '#3a3', '#33c']
/** What a train leaves of a connection: 40 KB/s up. */
const SLOW_LINE = { offline: false, latency: 20, downloadThroughput: -1, uploadThroughput: 40_000 }
const FAST_LINE = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 }

/** The strongest of the three colours in the middle of a picture. */
function colourOf(image: Locator): Promise<string> {
  return image.evaluate(async (it: HTMLImageElement) => {
    await it.decode()
    const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 })
    const context = canvas.getContext('2d')
    context?.drawImage(it, 0, 0, 1, 1)
    const colours = [...(context?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3)
    return ['red', 'green', 'blue'][colours.indexOf(Math.max(...colours))] ?? ''
  })
}

type Picked = { name: string; mimeType: string; buffer: Buffer }

async function picks(agent: Page, files: Picked[]) {
  const choosing = agent.waitForEvent('filechooser')
  await agent.getByRole('button', { name: t('composer.files.attach') }).click()
  await (await choosing).setFiles(files)
}

/** Hands a file to an element as the clipboard or the desktop would. */
async function gives(agent: Page, to: Locator, how: 'paste' | 'drop', name: string, bytes: Buffer) {
  const data = await agent.evaluateHandle(
    ([base64, fileName]) => {
      const transfer = new DataTransfer()
      const raw = Uint8Array.from(atob(base64 ?? ''), (char) => char.charCodeAt(0))
      transfer.items.add(new File([raw], fileName ?? '', { type: 'image/png' }))
      return transfer
    },
    [bytes.toString('base64'), name],
  )
  if (how === 'drop') await to.dispatchEvent('drop', { dataTransfer: data })
  else await to.evaluate(pasteInto, data)
}

function pasteInto(element: Element, clipboardData: DataTransfer) {
  element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
}

function widthOf(image: Locator): Promise<number> {
  return image.evaluate((it: HTMLImageElement) => it.naturalWidth)
}

async function picture(name: string, background: string): Promise<Picked> {
  const drawn = sharp({ create: { width: 640, height: 480, channels: 3, background } })
  const isPng = name.endsWith('png')
  const buffer = await (isPng ? drawn.png() : drawn.jpeg()).toBuffer()
  return { name, mimeType: isPng ? 'image/png' : 'image/jpeg', buffer }
}

/** Noise doesn't pack: about 8 MB at its full size, 3 bytes for each pixel. */
async function noise(name: string, side = 1700): Promise<Picked> {
  const gaussian = { type: 'gaussian', mean: 128, sigma: 60 } as const
  const create = {
    width: side,
    height: side,
    channels: 3,
    background: '#888',
    noise: gaussian,
  } as const
  return { name, mimeType: 'image/png', buffer: await sharp({ create }).png().toBuffer() }
}
