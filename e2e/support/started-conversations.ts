import { expect, type Page } from '@playwright/test'
import { opens, owner, takesOver, YOU_ANSWER } from './phrases'
import type { Member, Simulator } from './simulator'

/** The member writes, and the agent takes over. */
export async function answers(agent: Page, simulator: Simulator, member: Member) {
  await simulator.says(member, 'Do you ship to Macau?')
  await opens(agent, member)
  await takesOver(agent)
}

/** What agents said, as the member's phone has it once nothing is under way. */
export async function agentTexts(simulator: Simulator, member: Member): Promise<string[]> {
  await simulator.settles()
  const lines = await simulator.thread(member)
  return lines.flatMap(({ from, text }) => (from === 'agent' && text ? [text] : []))
}

/** Another window of the agent who answers, whose connection stands but delivers no more. */
export async function deafWindow(agent: Page, member: Member): Promise<Page> {
  const page = await agent.context().newPage()
  await page.addInitScript(() => {
    class Deaf extends EventTarget {
      close() {}
      postMessage() {}
    }
    Object.assign(window, { EventSource: Deaf, BroadcastChannel: Deaf })
  })
  await opens(page, member)
  await expect(owner(page)).toContainText(YOU_ANSWER)
  return page
}
