import type { Page } from '@playwright/test'
import { startOwnServer } from '../support/own-server'
import { replyBox, row, takesOver } from '../support/phrases'
import { expect, test } from '../support/test'
import { t } from '../support/words'

test('a page of an older build says so while it is busy, loads itself anew when nobody uses it, and keeps the draft', async ({
  agent,
  member,
  simulator,
}) => {
  const server = await startOwnServer()
  try {
    await simulator.says(member, 'Hi')
    await agent.clock.install()
    await agent.goto(`${server.url}/inbox?view=all`)
    await row(agent, member).click()
    await takesOver(agent)
    await replyBox(agent).fill('A draft')
    await agent.evaluate(() => Object.assign(window, { isOldPage: true }))
    await server.becomesOther()

    await agent
      .getByRole('button', { name: t('shell.account.label') })
      .first()
      .click()
    await expect(agent.getByRole('menu')).toBeVisible()
    const notice = agent.getByText(t('shell.newBuild.text'))
    await expect
      .poll(() => later(agent, 20_000, () => notice.isVisible()), { timeout: 60_000 })
      .toBe(true)
    expect(await isOldPage(agent)).toBe(true)

    await agent.keyboard.press('Escape')
    await expect(agent.getByRole('menu')).toHaveCount(0)
    await expect
      .poll(() => later(agent, 60_000, () => isOldPage(agent)), { timeout: 60_000 })
      .toBe(false)
    await expect(replyBox(agent)).toHaveValue('A draft')

    // It is of the server's own build now, and stays.
    await agent.evaluate(() => Object.assign(window, { isOldPage: true }))
    await later(agent, 600_000, () => notice.count())
    expect(await isOldPage(agent)).toBe(true)
    await expect(notice).toHaveCount(0)
  } finally {
    await server.stop()
  }
})

/** Lets so many ms pass in the page, and then asks. */
async function later<Answer>(page: Page, ms: number, ask: () => Promise<Answer>): Promise<Answer> {
  await page.clock.fastForward(ms).catch(() => {})
  return ask()
}

/** Whether it is still the page that was marked; one that is just loading is not. */
function isOldPage(page: Page): Promise<boolean> {
  return page.evaluate(() => 'isOldPage' in window).catch(() => false)
}
