import type { Page, PlaywrightWorkerArgs } from '@playwright/test'
import { paths } from '@/lib/paths'
import { connectOwnChannel } from '../support/own-channel'
import { signInByRequest } from '../support/people'
import {
  bubbles,
  bubblesOf,
  conversationIdOf,
  opens,
  owner,
  replies,
  replyBox,
  row,
  seesInbox,
  sendButton,
  takesOver,
  thread,
  toasts,
  YOU_ANSWER,
} from '../support/phrases'
import { MESSENGER, type Member, newMember } from '../support/simulator'
import { expect, test } from '../support/test'
import { either, like, t } from '../support/words'

/** What the notice says when the bot writes although an agent answers, and once Stella has said who does. */
const BOT_WROTE = like('owner.notice.driftAsking', { who: 'you' })
const STILL_YOU = like('owner.notice.driftSettled', { who: 'you' })
const BOT_TOOK_BACK = like('owner.notice.botTookBackAt')

test('a keyword rings once, the card tells what the bot knows, and the bot goes on at a node', async ({
  agent,
  simulator,
  playwright,
  appUrl,
}) => {
  const member = newMember(MESSENGER)
  await simulator.says(member, 'Guten Tag')
  await hearsBell(agent)
  const other = await agent.context().newPage()
  await hearsBell(other)
  await seesInbox(agent)
  const id = await conversationIdOf(agent, member)
  await configures(playwright, appUrl, id, { handOverKeywords: ['mensch'] })
  const { channel } = await (await agent.request.get(paths.api.conversation(id))).json()
  await other.goto(`/inbox?view=waiting&channel=${channel.id}`)
  // Browsers play no sound before somebody has pressed something.
  await agent
    .getByRole('navigation', { name: t('conversation.view.label') })
    .getByText(t('conversation.view.all'))
    .click()
  await simulator.says(member, 'Track my order')
  await expect(row(agent, member)).toContainText('order number')

  await test.step('the member waits, and it rings in one tab, once', async () => {
    await simulator.says(member, 'Einen MENSCH bitte!')
    await expect(row(other, member)).toBeVisible()
    await expect(row(agent, member)).toContainText(like('conversation.row.waiting'))
    await expect.poll(() => ringsFor(agent, member)).toBe(1)
    await expect.poll(() => notesPerRing(agent)).toBe(2)
    await expect.poll(() => liveChatOf(agent, id), 'the bot is stopped').toBe(true)
    await simulator.says(member, 'mensch!!')
    await simulator.settles()
    await expect(row(agent, member)).toContainText('mensch!!')
    expect([await ringsFor(agent, member), await ringsFor(other, member)]).toEqual([1, 0])
    expect(await notesOf(other)).toBe(0)
    await expect.poll(() => notesPerRing(agent)).toBe(2)
    await expect(agent).toHaveTitle(/^\(\d+\)/)
  })

  await test.step('who takes over reads why, and what the bot asked and heard', async () => {
    await row(agent, member).click()
    await expect(owner(agent)).toContainText(t('owner.line.waiting'))
    const card = agent.getByRole('region', { name: t('owner.handOver.label') })
    await expect(card).toContainText(t('owner.handOver.memberAsked', { word: 'mensch' }))
    // The steps stand in the bubbles right above.
    await expect(card.getByRole('list', { name: t('owner.handOver.steps') })).toHaveCount(0)
    await expect(card).not.toContainText('Track my order')
    await expect(card).toContainText(like('composer.box.windowClosesIn'))
    await takesOver(agent)
    await expect(card).toBeVisible()
    await replies(agent, 'Hier bin ich')
  })

  await test.step('the bot goes on where the agent says', async () => {
    await agent.getByRole('button', { name: t('conversation.header.more'), exact: true }).click()
    await agent.getByRole('menuitem', { name: t('conversation.header.handBackStep') }).click()
    const dialog = agent.getByRole('dialog', { name: t('owner.dialog.stepTitle') })
    await dialog.getByRole('combobox').fill('tree-shop-return-reason')
    await dialog.getByRole('option', { name: 'tree-shop-return-reason' }).click()
    await expect(owner(agent)).toContainText(t('owner.line.bot'))
    await expect(bubblesOf(agent, t('message.author.bot')).last()).toContainText(
      'What happened with the item?',
    )
    await expect(thread(agent)).toContainText(
      like('message.activity.handedBackAt', { node: 'tree-shop-return-reason' }),
    )
  })
  await other.close()
})

test('who turned the sound off still reads who waits, and hears nothing', { tag: '@long' }, async ({
  secondAgent: agent,
  simulator,
  playwright,
  appUrl,
}) => {
  const member = newMember(MESSENGER)
  await simulator.says(member, 'Guten Tag')
  await hearsBell(agent)
  await seesInbox(agent)
  await configures(playwright, appUrl, await conversationIdOf(agent, member), {
    handOverKeywords: ['mensch'],
  })
  const sound = agent.getByRole('menuitemcheckbox', { name: t('shell.bell.sound') })
  const kept = agent.waitForResponse((response) => response.request().method() === 'PUT')
  await agent.getByRole('button', { name: t('shell.bell.menu') }).click()
  await sound.click()
  await expect(sound).not.toBeChecked()
  await (await kept).finished()
  await agent.keyboard.press('Escape')
  // Who waits already when the page opens does not ring: the bell has to know them first.
  const waiting = agent.waitForResponse((response) => response.url().includes('view=waiting'))
  await agent.reload()
  await (await waiting).finished()
  await expect(row(agent, member)).toBeVisible()

  await simulator.says(member, 'mensch')
  await expect.poll(() => ringsFor(agent, member)).toBe(1)
  expect(await notesOf(agent)).toBe(0)
  await agent.getByRole('button', { name: t('shell.bell.menu') }).click()
  await expect(sound).not.toBeChecked()
  await sound.click()
  await expect(sound).toBeChecked()
})

test('when the bot can not be stopped, people read why, and taking over still works', {
  tag: '@long',
}, async ({ agent, simulator, playwright, appUrl }) => {
  const member = newMember(MESSENGER)
  await simulator.says(member, 'Guten Tag')
  await opens(agent, member)
  await configures(playwright, appUrl, await conversationIdOf(agent, member), {
    handOverKeywords: ['mensch'],
  })
  await simulator.fails(member, 'refuse', 'live_chat')
  await simulator.says(member, 'mensch')
  await expect(owner(agent)).toContainText(t('owner.line.waiting'))
  const notice = agent.getByRole('alert').filter({ hasText: like('owner.notice.notStopped') })
  await expect(notice).toContainText('The platform refused this call')
  await notice.getByRole('button', { name: t('owner.action.takeOver') }).click()
  await expect(owner(agent)).toContainText(YOU_ANSWER)
  await expect(notice).toBeHidden()
})

test('the bot speaking against an agent is one alarm, and the truth follows', {
  tag: '@long',
}, async ({ agent, member, simulator }) => {
  // Stella is asked about one member at most every fifteen seconds.
  test.setTimeout(90_000)
  await simulator.says(member, 'Hi')
  await opens(agent, member)
  await takesOver(agent)
  await test.step('a line of the bot alone: Stella is asked, and the agent still answers', async () => {
    const wrote = thread(agent).getByText(t('message.activity.botSpokeYou'))
    await simulator.says(member, 'Hello again fail:bot-speaks')
    const notice = agent.getByRole('alert').filter({ hasText: either(BOT_WROTE, STILL_YOU) })
    await expect(notice).toContainText(STILL_YOU, { timeout: 30_000 })
    await notice.getByRole('button', { name: t('owner.notice.dismiss') }).click()
    await simulator.says(member, 'And again fail:bot-speaks')
    await expect(bubbles(agent, 'And again fail:bot-speaks')).toHaveCount(1)
    // It is asked once more, and says so for as long as that takes.
    await expect(notice).toBeHidden({ timeout: 30_000 })
    await expect(wrote).toHaveCount(1)
    await expect(owner(agent)).toContainText(YOU_ANSWER)
  })

  await simulator.says(member, 'Somebody there? fail:bot-takes-back')
  const alarm = agent
    .getByRole('alert')
    .filter({ hasText: either(BOT_WROTE, STILL_YOU, BOT_TOOK_BACK) })
  await expect(alarm).toContainText(BOT_TOOK_BACK, { timeout: 30_000 })
  await expect(owner(agent)).toContainText(t('owner.line.bot'))
  await replyBox(agent).fill('Am I still here?')
  await expect(sendButton(agent)).toBeDisabled()
  await expect(thread(agent)).toContainText(t('message.activity.botSpokeYou'))

  await alarm.getByRole('button', { name: t('owner.action.takeOverAgain') }).click()
  await expect(owner(agent)).toContainText(YOU_ANSWER)
  await expect(alarm).toBeHidden()
})

test('after a further line of the bot nobody is told that they still answer before Stella has said so', async ({
  agent,
  member,
  simulator,
}) => {
  test.setTimeout(90_000)
  await simulator.says(member, 'Hi')
  await opens(agent, member)
  await takesOver(agent)
  await simulator.says(member, 'Hello again fail:bot-speaks')
  const notice = agent
    .getByRole('alert')
    .filter({ hasText: either(BOT_WROTE, STILL_YOU, BOT_TOOK_BACK) })
  await expect(notice).toContainText(STILL_YOU, { timeout: 30_000 })
  const lines = await bubblesOf(agent, t('message.author.bot')).count()
  await simulator.says(member, 'Somebody there? fail:bot-takes-back')
  await expect.poll(() => bubblesOf(agent, t('message.author.bot')).count()).toBeGreaterThan(lines)
  await expect(notice).not.toContainText(STILL_YOU)
  await expect(owner(agent)).not.toContainText(YOU_ANSWER)
  await expect(notice).toContainText(BOT_TOOK_BACK, { timeout: 30_000 })
})

test('a conversation given to a colleague is theirs at once, and can go back to the queue', async ({
  agent,
  secondAgent,
  member,
  simulator,
}) => {
  await simulator.says(member, 'Hi')
  await opens(agent, member)
  await hearsBell(secondAgent)
  await opens(secondAgent, member)
  await takesOver(agent)
  await agent.getByRole('button', { name: t('conversation.header.more'), exact: true }).click()
  await agent.getByRole('menuitem', { name: t('conversation.header.transfer') }).click()
  const dialog = agent.getByRole('dialog', { name: t('owner.dialog.agentTitle') })
  await dialog.getByRole('combobox').fill('ben')
  await dialog.getByRole('option', { name: /Ben/ }).click()
  await expect(owner(secondAgent)).toContainText(YOU_ANSWER)
  await expect(toasts(secondAgent)).toContainText(
    t('shell.news.given', { by: 'Ana', member: member.name }),
  )
  await expect.poll(() => ringsFor(secondAgent, member)).toBe(1)
  await expect.poll(() => notesOf(secondAgent)).toBeGreaterThan(0)
  await expect(owner(agent)).toContainText(like('owner.line.agentSince', { name: 'Ben' }))
  await agent.getByRole('button', { name: t('conversation.header.more'), exact: true }).click()
  for (const name of [t('conversation.header.transfer'), t('conversation.header.toQueue')]) {
    const item = agent.getByRole('menuitem', { name })
    await expect(item).toHaveAttribute('aria-disabled', 'true')
    await expect(item).toContainText(t('owner.rule.heldBy', { name: 'Ben' }))
  }
  await agent.keyboard.press('Escape')
  await replies(secondAgent, 'Ben here')
  await expect(bubbles(agent, 'Ben here')).toHaveCount(1)

  await secondAgent
    .getByRole('button', { name: t('conversation.header.more'), exact: true })
    .click()
  await secondAgent.getByRole('menuitem', { name: t('conversation.header.toQueue') }).click()
  await expect(owner(agent)).toContainText(t('owner.line.waiting'))
  await expect(thread(agent)).toContainText(like('message.activity.unassigned'))
})

test('when an agent is silent for too long the bot has the conversation again, and the member is told', {
  tag: '@long',
}, async ({ agent, simulator, playwright, appUrl, simulatorUrl }) => {
  // Timers are whole minutes and are looked at once a minute.
  test.setTimeout(210_000)
  // A channel of its own: another story sets the opening hours of the others, and timers rest outside of them.
  const channel = await connectOwnChannel(appUrl, simulatorUrl, { platform: 'web' })
  const member = newMember(channel.stellaId)
  await simulator.says(member, 'Hello there')
  await opens(agent, member)
  await configures(playwright, appUrl, await conversationIdOf(agent, member), {
    agentIdleMinutes: 1,
    agentIdleText: 'Our colleague is away; the assistant goes on.',
  })
  await takesOver(agent)
  await expect(owner(agent)).toContainText(t('owner.line.bot'), { timeout: 150_000 })
  const awayText = 'Our colleague is away; the assistant goes on.'
  await expect(bubbles(agent, awayText)).toHaveCount(1)
  await expect(bubblesOf(agent, t('message.author.automatic'))).toHaveCount(1)
  await expect(thread(agent)).toContainText(
    t('message.activity.idleHandedBack', { span: { ms: 60_000, style: 'long' } }),
  )
  const onPhone = async () =>
    (await simulator.thread(member)).filter(({ text }) => text === awayText).length
  await expect.poll(onPhone).toBe(1)
  await channel.close()
})

/** An admin sets what a channel does; the rest of its settings are as usual. */
async function configures(
  playwright: PlaywrightWorkerArgs['playwright'],
  appUrl: string,
  conversationId: string,
  settings: object,
) {
  const request = await playwright.request.newContext({ baseURL: appUrl })
  await signInByRequest(request, appUrl, 'Ada Admin')
  const { channel } = await (await request.get(paths.api.conversation(conversationId))).json()
  const response = await request.put(paths.api.admin.channelSettings(channel.id), {
    data: settings,
  })
  expect(response.status()).toBe(200)
  await request.dispose()
}

/** What we believe of Stella's flag. */
async function liveChatOf(agent: Page, conversationId: string): Promise<boolean> {
  const response = await agent.request.get(paths.api.conversation(conversationId))
  return (await response.json()).liveChat
}

/** Keeps what a tab's bell says, and counts the notes that it plays: nobody can listen to them here. */
async function hearsBell(page: Page) {
  await page.addInitScript((name) => {
    const heard: { rings: string[]; notes: number } = { rings: [], notes: 0 }
    Object.assign(window, { heard })
    const make = AudioContext.prototype.createOscillator
    AudioContext.prototype.createOscillator = function createOscillator() {
      heard.notes += 1
      return make.call(this)
    }
    const look = () => {
      const text = document.querySelector(`[role=status][aria-label="${name}"]`)?.textContent
      if (text && text !== heard.rings.at(-1)) heard.rings.push(text)
    }
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
    })
  }, t('shell.bell.status'))
}

function heardBy(page: Page): Promise<{ rings: string[]; notes: number }> {
  return page.evaluate(() => Reflect.get(window, 'heard'))
}

async function notesOf(page: Page): Promise<number> {
  return (await heardBy(page)).notes
}

/** Members of other stories ring as well: only these rings are this story's. */
async function ringsFor(page: Page, member: Member): Promise<number> {
  const { rings } = await heardBy(page)
  return rings.filter((ring) => ring.includes(member.name)).length
}

async function notesPerRing(page: Page): Promise<number> {
  const { rings, notes } = await heardBy(page)
  return notes / rings.length
}
