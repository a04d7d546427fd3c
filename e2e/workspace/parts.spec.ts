import { opens, replyBox, takesOver } from '../support/phrases'
import { expect, test } from '../support/test'
import { t } from '../support/words'

test('what a page can’t fetch any more is said, and the draft is there when it is loaded anew', async ({
  agent,
  member,
  simulator,
}) => {
  // Otherwise it would be here before the line goes down: pages fetch their parts while nothing else is to do.
  await agent.addInitScript(() => {
    window.requestIdleCallback = () => 0
  })
  await simulator.says(member, 'Hi')
  await opens(agent, member)
  await takesOver(agent)
  await replyBox(agent).fill('Nearly written')
  await agent.context().setOffline(true)
  await replyBox(agent).press('ControlOrMeta+k')
  const said = agent.getByRole('alert').filter({ hasText: t('failure.part') })
  await expect(said).toBeVisible()
  await expect(replyBox(agent)).toHaveValue('Nearly written')

  await agent.context().setOffline(false)
  await said.getByRole('button', { name: t('common.retry') }).click()
  await expect(said).toBeHidden()
  await expect(replyBox(agent)).toHaveValue('Nearly written')
  await replyBox(agent).press('ControlOrMeta+k')
  await expect(agent.getByRole('dialog', { name: t('shell.palette.title') })).toBeVisible()
})
