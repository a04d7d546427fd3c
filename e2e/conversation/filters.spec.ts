import { list, row, seesInbox } from '../support/phrases'
import { MESSENGER, newMember } from '../support/simulator'
import { expect, test } from '../support/test'
import { t } from '../support/words'

test('the list is narrowed to one channel, says so in the address and in words, and is widened again', async ({
  agent,
  member,
  simulator,
}) => {
  const onPage = newMember(MESSENGER)
  await simulator.says(member, 'Hello from WhatsApp')
  await simulator.says(onPage, 'Hello from the page')
  await seesInbox(agent)
  await expect(row(agent, member)).toBeVisible()
  await agent.getByRole('button', { name: t('conversation.filter.button') }).click()
  await agent.getByRole('menuitemradio', { name: /Shop Page/ }).click()
  await agent.keyboard.press('Escape')
  await expect(agent).toHaveURL(/channel=/)
  await expect(row(agent, onPage)).toBeVisible()
  await expect(row(agent, member)).toHaveCount(0)
  await agent.reload()
  await expect(row(agent, onPage)).toBeVisible()
  await expect(row(agent, member)).toHaveCount(0)
  await list(agent)
    .getByRole('button', { name: new RegExp(`Shop Page.*${t('conversation.filter.endChannel')}`) })
    .click()
  await expect(row(agent, member)).toBeVisible()
  await expect(agent).not.toHaveURL(/channel=/)
})
