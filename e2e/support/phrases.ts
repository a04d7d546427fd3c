import { expect, type Locator, type Page } from '@playwright/test'
import type { Member } from './simulator'
import { like, t } from './words'

/** The member writes on the phone, and sees it there. */
export async function writesAsMember(phone: Page, text: string) {
  await phone.getByRole('textbox', { name: 'Message' }).fill(text)
  await phone.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(onPhone(phone, text).last()).toBeVisible()
}

/** What is said on the phone. It is the simulator's, whose own words are English. */
export function phoneLog(phone: Page): Locator {
  return phone.getByRole('log', { name: 'Phone' })
}

/** Lines of the phone with exactly this text. */
export function onPhone(phone: Page, text: string): Locator {
  return phoneLog(phone).getByText(text, { exact: true })
}

/** The agent opens the inbox with all conversations. */
export async function seesInbox(agent: Page) {
  await agent.goto('/inbox?view=all')
  await expect(list(agent)).toBeVisible()
}

export function list(agent: Page): Locator {
  return agent.getByRole('region', { name: t('conversation.list.label') })
}

export function row(agent: Page, { name }: Member): Locator {
  return list(agent).getByRole('link', { name })
}

/** The agent opens this member's conversation, by its row. */
export async function opens(agent: Page, member: Member) {
  await seesInbox(agent)
  await row(agent, member).click()
  await expect(agent.getByRole('heading', { name: member.name, level: 2 }).first()).toBeVisible()
}

/** The messages on screen. */
export function thread(agent: Page): Locator {
  return agent.getByRole('log', { name: t('conversation.thread.messages') })
}

/** Bubbles with exactly this text. */
export function bubbles(agent: Page, text: string): Locator {
  return thread(agent)
    .getByRole('article')
    .filter({ has: agent.getByText(text, { exact: true }) })
}

/** Bubbles by who wrote them: a name, or what the screen calls them (`message.author.bot`, `common.you`). */
export function bubblesOf(agent: Page, author: string): Locator {
  return thread(agent).getByRole('article', { name: author })
}

/** Who answers now, and the button that changes it. */
export function owner(agent: Page): Locator {
  return agent.getByRole('group', { name: t('owner.line.label') })
}

/** The owner line of whoever answers themselves. */
export const YOU_ANSWER = like('owner.line.youSince')

/** The agent takes over, after a question from the colleague who holds the conversation. */
export async function takesOver(agent: Page, from?: string) {
  await owner(agent)
    .getByRole('button', { name: t('owner.action.takeOver') })
    .click()
  if (from) {
    const question = agent.getByRole('dialog', { name: t('owner.ask.takeTitle', { name: from }) })
    await question.getByRole('button', { name: t('owner.ask.take'), exact: true }).click()
  }
  await expect(owner(agent)).toContainText(YOU_ANSWER)
}

export async function handsBack(agent: Page) {
  await owner(agent)
    .getByRole('button', { name: t('owner.action.handBack') })
    .click()
  await expect(owner(agent)).toContainText(t('owner.line.bot'))
}

export function replyBox(agent: Page): Locator {
  return agent.getByRole('textbox', { name: t('composer.box.label') })
}

const SENDS = new RegExp(
  [like('common.send'), like('composer.send.several', { count: 2 })]
    .map(({ source }) => `^${source.replace('2', '\\d+')}`)
    .join('|'),
)

export function sendButton(agent: Page): Locator {
  return agent
    .getByRole('region', { name: t('composer.box.region') })
    .getByRole('button', { name: SENDS })
}

/** The agent replies, and sees the bubble. */
export async function replies(agent: Page, text: string) {
  await replyBox(agent).fill(text)
  await sendButton(agent).click()
  await expect(bubbles(agent, text)).toBeVisible()
}

/** Sent, delivered or read: Stella has confirmed that it left. */
export const CONFIRMED = new RegExp(
  `(${[t('message.delivery.sent'), t('message.delivery.delivered'), t('message.delivery.read')].join('|')})$`,
)

/** What was just done or told, and can be opened or undone. */
export function toasts(agent: Page): Locator {
  return agent.getByRole('region').and(agent.locator('[aria-relevant="additions text"]'))
}

/** The conversation's id, from the address of its row. */
export async function conversationIdOf(agent: Page, member: Member): Promise<string> {
  const href = await row(agent, member).getAttribute('href')
  const id = /\/inbox\/([^/?]+)/.exec(href ?? '')?.[1]
  if (!id) throw new Error(`The row of ${member.name} leads to ${href}.`)
  return id
}
