import { newAccount, signsInAs } from '../support/accounts'
import { opens, owner, replies, row, takesOver, thread, YOU_ANSWER } from '../support/phrases'
import { newMember } from '../support/simulator'
import { expect, test } from '../support/test'
import { t } from '../support/words'

test('who resolves goes on with the next of their list, and what is resolved says so', {
  tag: '@long',
}, async ({ browser, playwright, appUrl, simulator }) => {
  const agent = await signsInAs(
    browser,
    playwright,
    appUrl,
    await newAccount(playwright, appUrl, 'agent'),
  )
  const [first, second] = [newMember(), newMember()]
  for (const member of [first, second]) {
    await simulator.says(member, 'I want to talk to a person')
    await opens(agent, member)
    await takesOver(agent)
    await replies(agent, 'All done, have a good day')
  }
  await agent.goto('/inbox')
  await row(agent, first).click()
  await expect(owner(agent)).toContainText(YOU_ANSWER)
  await agent.getByRole('button', { name: t('conversation.header.resolve') }).click()
  await expect(agent.getByRole('heading', { name: second.name, level: 2 }).first()).toBeVisible()
  await expect(owner(agent)).toContainText(YOU_ANSWER)
  await agent.getByRole('button', { name: t('conversation.header.resolve') }).click()
  await expect(thread(agent)).toBeHidden()
  await expect(agent).toHaveURL(/\/inbox$/)

  await opens(agent, first)
  await expect(owner(agent)).toContainText(t('owner.line.resolved'))
  await expect(owner(agent)).not.toContainText(YOU_ANSWER)
  await agent.getByRole('button', { name: t('conversation.header.reopen') }).click()
  await expect(owner(agent)).not.toContainText(t('owner.line.resolved'))
  await agent.context().close()
})
