import type { Browser, Page } from '@playwright/test'
import { paths } from '@/lib/paths'
import { prepares, sendOf } from '../support/extras'
import { signInByRequest } from '../support/people'
import {
  bubbles,
  bubblesOf,
  CONFIRMED,
  opens,
  replies,
  replyBox,
  sendButton,
  thread,
} from '../support/phrases'
import { agentTexts, answers } from '../support/started-conversations'
import { expect, test } from '../support/test'
import { like, t } from '../support/words'

/** Sam's browser: a supervisor whose settings no other test looks at. */
async function supervisor(browser: Browser, appUrl: string, undoSeconds = 0): Promise<Page> {
  const context = await browser.newContext({ baseURL: appUrl })
  await signInByRequest(context.request, appUrl, 'Sam Supervisor')
  const saved = await context.request.put(paths.api.mySettings, { data: { undoSeconds } })
  expect(saved.status(), await saved.text()).toBe(200)
  return context.newPage()
}

test.describe('undo', () => {
  // Sam's setting is one for all of them.
  test.describe.configure({ mode: 'serial' })

  test('a reply is held, and the undo key takes it back into the box before it leaves', async ({
    browser,
    appUrl,
    member,
    simulator,
  }) => {
    const sam = await supervisor(browser, appUrl, 15)
    await answers(sam, simulator, member)
    await replies(sam, 'Too quick')
    await expect(bubbles(sam, 'Too quick')).toContainText(like('message.delivery.sendingIn'))
    await replyBox(sam).press('ControlOrMeta+z')
    await expect(bubbles(sam, 'Too quick')).toHaveCount(0)
    await expect(replyBox(sam)).toHaveValue('Too quick')

    await replyBox(sam).fill('Second thoughts')
    await sendButton(sam).click()
    await bubbles(sam, 'Second thoughts')
      .getByRole('button', { name: t('common.undo') })
      .click()
    await expect(replyBox(sam)).toHaveValue('Second thoughts')

    const form = await prepares(sam, t('composer.extra.location'))
    await form.getByLabel(t('composer.form.coordinates')).fill('22.2819, 114.1589')
    await form.getByLabel(t('composer.form.placeName')).fill('The wrong shop')
    await sendOf(form).click()
    await bubblesOf(sam, t('common.you'))
      .last()
      .getByRole('button', { name: t('common.undo') })
      .click()
    await expect(form.getByLabel(t('composer.form.placeName'))).toHaveValue('The wrong shop')
    expect(await agentTexts(simulator, member)).toEqual([])
    await sam.context().close()
  })

  test('closing the tab while a reply is held loses nothing: it leaves at its time, once', {
    tag: '@long',
  }, async ({ browser, appUrl, member, simulator }) => {
    const sam = await supervisor(browser, appUrl, 5)
    await answers(sam, simulator, member)
    await replies(sam, 'Yes, we do')
    await expect(bubbles(sam, 'Yes, we do')).toContainText(like('message.delivery.sendingIn'))
    await sam.context().close()
    expect(await agentTexts(simulator, member)).toEqual([])
    await expect
      .poll(() => agentTexts(simulator, member), { timeout: 20_000 })
      .toEqual(['Yes, we do'])
  })
})

test('a reply is scheduled, changed, and sent at once after all; another is cancelled into the box', async ({
  agent,
  member,
  simulator,
}) => {
  await answers(agent, simulator, member)
  await schedules(agent, 'How was it?')
  const scheduled = agent.getByRole('list', { name: t('composer.schedule.list') })
  await expect(scheduled).toContainText('How was it?')
  await expect(bubbles(agent, 'How was it?')).toHaveCount(0)

  await choose(agent, t('common.edit'))
  const dialog = agent.getByRole('dialog', { name: t('composer.schedule.editTitle') })
  await dialog.getByRole('textbox', { name: t('composer.schedule.message') }).fill('How did it go?')
  await dialog.getByRole('button', { name: t('composer.schedule.inHours', { count: 3 }) }).click()
  await dialog.getByRole('button', { name: t('common.save') }).click()
  await expect(scheduled).toContainText('How did it go?')
  await choose(agent, t('composer.schedule.sendNow'))
  await expect(bubbles(agent, 'How did it go?')).toContainText(CONFIRMED)
  await expect(scheduled).toHaveCount(0)
  expect(await agentTexts(simulator, member)).toEqual(['How did it go?'])

  await schedules(agent, 'Never mind')
  await choose(agent, t('composer.schedule.takeBack'))
  await expect(scheduled).toHaveCount(0)
  await expect(replyBox(agent)).toHaveValue('Never mind')
})

test('a reply that was meant for silence is given up when the member writes first', {
  tag: '@long',
}, async ({ agent, member, simulator }) => {
  await answers(agent, simulator, member)
  await schedules(agent, 'Still there?', true)
  await simulator.says(member, 'I am back')
  await expect(bubbles(agent, 'Still there?')).toContainText(t('delivery.reply.memberWroteFirst'))
  await expect(agent.getByRole('list', { name: t('composer.schedule.list') })).toHaveCount(0)
  expect(await agentTexts(simulator, member)).toEqual([])
})

test('a reply names the message it answers, and the quote leads there', async ({
  agent,
  member,
  simulator,
}) => {
  await answers(agent, simulator, member)
  const question = bubbles(agent, 'Do you ship to Macau?')
  await question.hover()
  await question.getByRole('button', { name: t('message.menu.label') }).click()
  await agent.getByRole('menuitem', { name: t('message.menu.reply') }).click()
  await expect(agent.getByRole('region', { name: t('composer.box.region') })).toContainText(
    t('owner.quote.hint'),
  )
  await expect(replyBox(agent)).toBeFocused()
  await replies(agent, 'We do')
  await expect(bubbles(agent, 'We do')).toContainText(CONFIRMED)
  await expect(
    bubbles(agent, 'We do').getByRole('button', {
      name: t('message.quote.goTo', { preview: 'Do you ship to Macau?' }),
    }),
  ).toBeVisible()
})

test('a text beyond the limit goes out as several messages, in order', { tag: '@long' }, async ({
  agent,
  member,
  simulator,
}) => {
  await answers(agent, simulator, member)
  const parts = ['one', 'two', 'three'].map((word) =>
    `${word} `.repeat(1_900 / (word.length + 1)).trim(),
  )
  await replyBox(agent).fill(parts.join('\n\n'))
  await agent.getByRole('button', { name: t('composer.send.several', { count: 3 }) }).click()
  await expect.poll(() => agentTexts(simulator, member)).toEqual(parts)
  await expect(replyBox(agent)).toHaveValue('')
})

test('while Stella asks us to slow down a banner says so, and it goes when the reply is through', {
  tag: '@long',
}, async ({ agent, member, simulator }) => {
  await answers(agent, simulator, member)
  const banner = agent.getByRole('list', { name: t('channel.inbox.outages') })
  await replies(agent, 'Patience fail:503')
  await expect(banner).toContainText(OUTAGE)
  await expect(bubbles(agent, 'Patience fail:503')).toContainText(CONFIRMED, { timeout: 20_000 })
  await expect(banner).toHaveCount(0)
  expect(await agentTexts(simulator, member)).toEqual(['Patience fail:503'])
})

test('supervisors settle what failed from the outbox; agents see their own there, and nobody else’s', async ({
  agent,
  secondAgent,
  browser,
  appUrl,
  member,
  simulator,
}) => {
  await answers(agent, simulator, member)
  await simulator.fails(member, 'refuse')
  await replies(agent, 'Try me again')
  await expect(bubbles(agent, 'Try me again')).toContainText(like('message.delivery.failedBecause'))

  const mine = agent.getByRole('listitem', {
    name: t('composer.outbox.reply', { name: member.name }),
  })
  await agent.getByRole('link', { name: t('shell.nav.outbox') }).click()
  await agent.getByRole('button', { name: t('composer.outbox.failed') }).click()
  await expect(mine).toContainText('The platform refused this call')
  await secondAgent.goto(`${paths.outbox}?state=failed`)
  await expect(
    secondAgent.getByRole('button', { name: t('composer.outbox.failed'), pressed: true }),
  ).toBeVisible()
  await expect(secondAgent.getByText(t('composer.outbox.aboutMine'))).toBeVisible()
  await expect(secondAgent.getByText(member.name)).toHaveCount(0)
  await opens(agent, member)

  const context = await browser.newContext({ baseURL: appUrl })
  await signInByRequest(context.request, appUrl, 'Ada Admin')
  const ada = await context.newPage()
  await ada.goto(paths.inbox())
  await ada.getByRole('link', { name: t('shell.nav.outbox') }).click()
  await ada.getByRole('button', { name: t('composer.outbox.failed') }).click()
  const row = ada.getByRole('listitem', { name: t('composer.outbox.reply', { name: member.name }) })
  await expect(row).toContainText('The platform refused this call')
  await row.getByRole('button', { name: t('composer.outboxAction.sendAgain') }).click()
  await expect(row).toHaveCount(0)
  await expect(bubbles(agent, 'Try me again')).toContainText(CONFIRMED)
  expect(await agentTexts(simulator, member)).toEqual(['Try me again'])
  await context.close()
})

test('the passport of a reply shows every step with its event', { tag: '@long' }, async ({
  agent,
  member,
  simulator,
}) => {
  await answers(agent, simulator, member)
  await replies(agent, 'Where have I been?')
  await expect(bubbles(agent, 'Where have I been?')).toContainText(CONFIRMED)
  await simulator.settles()
  const bubble = bubbles(agent, 'Where have I been?')
  await bubble.hover()
  await bubble.getByRole('button', { name: t('message.menu.label') }).click()
  await agent.getByRole('menuitem', { name: t('message.menu.info') }).click()
  const passport = agent.getByRole('dialog', { name: t('message.passport.title') })
  for (const step of [
    t('message.passport.queued'),
    t('message.passport.attempted'),
    t('message.passport.sent'),
    t('message.passport.echo'),
  ])
    await expect(passport).toContainText(step)
  await expect(passport).toContainText(like('message.passport.where', { source: 'Ana' }))
})

/** Replies of other stories may wait too. */
const OUTAGE = new RegExp(
  [1, 2]
    .map((count) => like('channel.inbox.outage', { count }).source.replace(`${count}`, '\\d+'))
    .join('|'),
)

/** Writes a reply for in an hour; `unless` gives it up when the member writes first. */
async function schedules(agent: Page, text: string, unless = false) {
  await replyBox(agent).fill(text)
  // Taking over puts the cursor into the box when Stella has agreed, and a menu that is open then closes.
  await expect(async () => {
    await agent.getByRole('button', { name: t('composer.send.more') }).click()
    await agent.getByRole('menuitem', { name: t('composer.send.later') }).click({ timeout: 2_000 })
  }).toPass()
  const dialog = agent.getByRole('dialog', { name: t('composer.schedule.title') })
  await dialog.getByRole('button', { name: t('composer.schedule.inHours', { count: 1 }) }).click()
  if (unless) await dialog.getByRole('checkbox').check()
  await dialog.getByRole('button', { name: t('composer.schedule.action') }).click()
  await expect(agent.getByRole('list', { name: t('composer.schedule.list') })).toContainText(text)
  await expect(thread(agent)).not.toContainText(text)
}

async function choose(agent: Page, action: string) {
  await agent.getByRole('button', { name: t('composer.schedule.actions') }).click()
  await agent.getByRole('menuitem', { name: action }).click()
}
