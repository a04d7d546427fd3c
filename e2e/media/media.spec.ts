import { opens, thread } from '../support/phrases'
import { expect, test } from '../support/test'
import { t } from '../support/words'

test('a photo comes through the File API, with its own size, opens large, and is for nobody without a session', async ({
  agent,
  phone,
  member,
  playwright,
}) => {
  await opens(agent, member)
  await phone.getByRole('button', { name: 'Send a photo' }).click()
  const photo = thread(agent).getByRole('button', {
    name: t('media.image.open', { name: t('media.kind.image') }),
  })
  await expect(photo).toBeVisible()
  const image = photo.locator('img')
  await expect
    .poll(() => image.evaluate((it: HTMLImageElement) => it.naturalWidth))
    .toBeGreaterThan(0)
  const stranger = await playwright.request.newContext()
  const source = await image.evaluate((it: HTMLImageElement) => it.src)
  expect((await stranger.get(source)).status()).toBe(401)
  await stranger.dispose()

  await photo.click()
  const large = agent.getByRole('dialog').locator('img').first()
  await expect
    .poll(() => large.evaluate((it: HTMLImageElement) => it.naturalWidth))
    .toBeGreaterThan(400)
  await agent.keyboard.press('Escape')
  await expect(agent.getByRole('dialog')).toBeHidden()
})

test('a video plays from our own store, in pieces', { tag: '@long' }, async ({
  agent,
  phone,
  member,
}) => {
  await opens(agent, member)
  await phone.getByRole('button', { name: 'Send a video' }).click()
  const video = thread(agent).locator('video')
  await expect(video).toBeVisible()
  const source = await video.evaluate((it: HTMLVideoElement) => it.src)
  expect(new URL(source).origin).toBe(new URL(agent.url()).origin)

  const piece = await agent.request.get(source, { headers: { Range: 'bytes=0-99' } })
  expect(piece.status()).toBe(206)
  expect((await piece.body()).length).toBe(100)
  expect(piece.headers()['x-content-type-options']).toBe('nosniff')

  await video.evaluate((it: HTMLVideoElement) => {
    it.preload = 'auto'
    it.load()
  })
  await expect.poll(() => video.evaluate((it: HTMLVideoElement) => it.duration)).toBeGreaterThan(1)
})

test('a document is a card to download, never opened in place', { tag: '@long' }, async ({
  agent,
  phone,
  member,
}) => {
  await opens(agent, member)
  await phone.getByRole('button', { name: 'Send a document' }).click()
  const link = thread(agent).getByRole('link', {
    name: t('media.download', { name: 'invoice HK-20391.pdf' }),
  })
  await expect(link).toBeVisible()
  const file = await agent.request.get((await link.getAttribute('href')) ?? '')
  expect(file.headers()['content-disposition']).toContain('attachment')
  expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-')
})
