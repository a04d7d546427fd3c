import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { paths } from '@/lib/paths'
import { makePdf } from '@/simulator/media/pdf'
import { barriers } from '../support/barriers'
import { bubblesOf, opens, replyBox, seesInbox, sendButton, takesOver } from '../support/phrases'
import { expect, test } from '../support/test'
import { t } from '../support/words'

const VOICE = readFileSync('simulator/media/voice.ogg')

test('every page has one main landmark: the inbox, a conversation, and who is not signed in', {
  tag: '@long',
}, async ({ agent, page, member, simulator }) => {
  await simulator.says(member, 'Hi')
  await seesInbox(agent)
  await expect(agent.getByRole('main')).toHaveCount(1)
  await opens(agent, member)
  await expect(agent.getByRole('main')).toHaveCount(1)
  await agent.setViewportSize({ width: 390, height: 844 })
  await expect(agent.getByRole('main')).toHaveCount(1)
  for (const address of [paths.signIn, '/join?token=none', '/setup?token=none', '/no-such-page']) {
    await page.goto(address)
    await expect(page.getByRole('main'), address).toHaveCount(1)
  }
})

for (const theme of ['light', 'dark'] as const)
  test(`small print in our own bubbles can be read in the ${theme} theme`, {
    tag: '@long',
  }, async ({ agent, member, simulator }) => {
    await agent.emulateMedia({ colorScheme: theme })
    await simulator.says(member, 'May I have the bill?')
    await opens(agent, member)
    await takesOver(agent)
    await sendsFile(agent, 'bill.pdf', 'application/pdf', makePdf('Bill', ['One jacket']))
    await sendsFile(agent, 'note.ogg', 'audio/ogg', VOICE)
    await expect(bubblesOf(agent, t('common.you'))).toHaveCount(2)
    await expect(bubblesOf(agent, t('common.you')).last().getByRole('slider')).toBeVisible()
    await bubblesOf(agent, t('common.you'))
      .last()
      .getByRole('button', { name: t('message.menu.label') })
      .focus()
    await agent.keyboard.press('Enter')
    await agent.getByRole('menuitem', { name: t('message.menu.reply') }).press('Enter')
    await replyBox(agent).fill('Can you open it?')
    await sendButton(agent).click()
    await expect(bubblesOf(agent, t('common.you'))).toHaveCount(3)
    expect(await barriers(agent)).toEqual([])
  })

test.describe('an admin', () => {
  test.use({ storageState: async ({ adaState }, use) => use(adaState) })

  test('sees every link beside other words underlined', { tag: '@long' }, async ({
    page,
    agent,
    member,
    simulator,
  }) => {
    await simulator.says(member, 'May I speak to a person?')
    await opens(agent, member)
    await takesOver(agent)
    for (const path of [paths.admin.audit, paths.admin.eventSums, paths.admin.events]) {
      await page.goto(path)
      await expect(page.getByRole('main').getByRole('link').first()).toBeVisible()
      expect(await page.getByRole('main').evaluate(linksByColourAlone), path).toEqual([])
    }
  })
})

async function sendsFile(agent: Page, name: string, mimeType: string, buffer: Buffer) {
  const before = await bubblesOf(agent, t('common.you')).count()
  const choosing = agent.waitForEvent('filechooser')
  await agent.getByRole('button', { name: t('composer.files.attach') }).click()
  await (await choosing).setFiles([{ name, mimeType, buffer }])
  await expect(sendButton(agent)).toBeEnabled()
  await sendButton(agent).click()
  await expect(bubblesOf(agent, t('common.you'))).toHaveCount(before + 1)
}

/** The words of links that stand in a line with other words and have nothing but a colour to tell them apart. */
function linksByColourAlone(main: Element): string[] {
  const links = [...main.querySelectorAll('p a, li p a, dd a, td a')]
  return links
    .filter((link) => (link.parentElement?.textContent ?? '') !== link.textContent)
    .filter((link) => !getComputedStyle(link).textDecorationLine.includes('underline'))
    .map((link) => link.textContent ?? '')
}
