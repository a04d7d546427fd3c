import type { Page } from '@playwright/test'
import { boxOf } from '../support/boxes'
import { bubblesOf, list, opens, seesInbox, thread } from '../support/phrases'
import { expect, test } from '../support/test'
import { t } from '../support/words'

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('Back takes away what lies over the conversation, and only then leaves it', async ({
    agent,
    member,
    simulator,
  }) => {
    await simulator.says(member, 'Here is the jacket')
    await simulator.sends(member, 'jacket')
    await opens(agent, member)
    const panel = agent.getByRole('complementary', { name: t('member.panel.label') })
    await agent.getByRole('button', { name: t('conversation.header.showPanel') }).click()
    await expect(panel).toBeVisible()
    await panel.getByRole('button', { name: PICTURE }).first().click()
    await expect(agent.getByRole('dialog')).toBeVisible()
    await agent.goBack()
    await expect(agent.getByRole('dialog')).toBeHidden()
    await expect(panel).toBeVisible()
    await agent.goBack()
    await expect(panel).toBeHidden()
    await expect(thread(agent)).toBeVisible()

    await test.step('closed by its own button it leaves nothing behind', async () => {
      await agent.getByRole('button', { name: t('conversation.header.showPanel') }).click()
      await panel.getByRole('button', { name: t('member.panel.close') }).click()
      await expect(panel).toBeHidden()
      await opensInfo(agent, member.name)
      await agent.goBack()
      await expect(agent.getByRole('dialog', { name: t('message.passport.title') })).toBeHidden()
      await expect(thread(agent)).toBeVisible()
    })
    await agent.goBack()
    await expect(list(agent)).toBeVisible()
    await expect(thread(agent)).toBeHidden()
  })
})

test('a picture in the lightbox is whole at 100 %, upright and turned, in a low window too', {
  tag: '@long',
}, async ({ agent, member, simulator }) => {
  for (const piece of ['jacket', 'receipt', 'harbour']) await simulator.sends(member, piece)
  await opens(agent, member)
  const photos = thread(agent).getByRole('button', { name: PICTURE })
  await expect(photos).toHaveCount(3, { timeout: 30_000 })
  for (const size of [
    { width: 1440, height: 900 },
    { width: 1024, height: 420 },
    { width: 390, height: 844 },
  ]) {
    await agent.setViewportSize(size)
    await photos.first().click()
    for (let place = 1; place <= 3; place++) {
      await expect(agent.getByRole('dialog')).toContainText(
        t('media.lightbox.place', { place, count: 3 }),
      )
      await expectPictureWhole(agent, size)
      await agent.keyboard.press('r')
      await expectPictureWhole(agent, size)
      await agent.keyboard.press('ArrowRight')
    }
    await agent.keyboard.press('Escape')
    await expect(agent.getByRole('dialog')).toBeHidden()
  }
})

test('a dialog to read has the focus itself, and gives it back to the button of the menu', {
  tag: '@long',
}, async ({ agent, member, simulator }) => {
  await simulator.says(member, 'Hi')
  await opens(agent, member)
  await opensInfo(agent, member.name)
  const info = agent.getByRole('dialog', { name: t('message.passport.title') })
  await expect(info).toBeFocused()
  await agent.keyboard.press('Escape')
  await expect(info).toBeHidden()
  await expect(actionsOf(agent, member.name)).toBeFocused()

  await test.step('so does the sheet of shortcuts, called by its key', async () => {
    await agent.getByRole('button', { name: t('conversation.header.more'), exact: true }).focus()
    await agent.keyboard.press('?')
    const sheet = agent.getByRole('dialog', { name: t('shell.keys.title') })
    await expect(sheet).toBeFocused()
    await agent.keyboard.press('Escape')
    await expect(
      agent.getByRole('button', { name: t('conversation.header.more'), exact: true }),
    ).toBeFocused()
  })
})

test('the sign of a channel in the filter is smaller than the mark around it', {
  tag: '@long',
}, async ({ agent }) => {
  await seesInbox(agent)
  await agent.getByRole('button', { name: t('conversation.filter.button') }).click()
  const choice = agent.getByRole('menuitemradio', { name: /Shop HK/ })
  const sign = await boxOf(choice.locator('svg').first())
  const mark = await boxOf(choice.locator('span', { has: agent.locator('svg') }).first())
  expect(sign.width).toBeLessThan(mark.width)
  expect(sign.height).toBeLessThan(mark.height)
})

/** What opens a picture that came without a name. */
const PICTURE = t('media.image.open', { name: t('media.kind.image') })

/** Opened by keys, as a menu of a bubble shows under the pointer only. */
async function opensInfo(agent: Page, author: string) {
  const actions = actionsOf(agent, author)
  await actions.focus()
  await agent.keyboard.press('Enter')
  await agent.getByRole('menuitem', { name: t('message.menu.info') }).press('Enter')
  await expect(agent.getByRole('dialog', { name: t('message.passport.title') })).toBeVisible()
}

function actionsOf(agent: Page, author: string) {
  return bubblesOf(agent, author)
    .first()
    .getByRole('button', { name: t('message.menu.label') })
}

async function expectPictureWhole(agent: Page, size: { width: number; height: number }) {
  const picture = agent.getByRole('dialog').getByRole('img')
  const title = await boxOf(agent.getByRole('dialog').getByRole('heading'))
  await expect
    .poll(async () => {
      const { x, y, width, height } = await boxOf(picture)
      const below = title.y + title.height - 1
      return x >= -1 && y >= below && x + width <= size.width + 1 && y + height <= size.height + 1
    })
    .toBe(true)
}
