import { list, opens, row, takesOver, thread } from '../support/phrases'
import { newMember } from '../support/simulator'
import { expect, test } from '../support/test'
import { t } from '../support/words'

test('the search looks in all views and shows the words it found; arrows and Enter work in its box', async ({
  agent,
  member,
  simulator,
}) => {
  const word = `zinnia${member.externalId.slice(-7)}`
  const second = newMember()
  await simulator.says(member, `Good morning, do you still have the ${word} lamp in blue?`)
  await simulator.says(member, 'Thank you')
  await simulator.says(second, `I bought a ${word.toUpperCase()}`)
  await opens(agent, second)
  await takesOver(agent)
  await agent.goto('/inbox')
  const box = agent.getByRole('textbox', { name: t('conversation.search.label') })
  await agent.keyboard.press('/')
  await expect(box).toBeFocused()
  await agent.keyboard.type(word)
  // The bot holds the first, I hold the second, and the view is Mine.
  await expect(row(agent, member).getByText(word)).toBeVisible()
  // Marked: the words stand in an element of their own.
  await expect(row(agent, second).getByText(word.toUpperCase(), { exact: true })).toBeVisible()
  await expect(
    list(agent).getByRole('status', { name: t('conversation.search.status') }),
  ).toHaveText(t('conversation.search.found', { count: 2 }))

  const rows = list(agent).getByRole('listitem').getByRole('link')
  await agent.keyboard.press('ArrowDown')
  await expect(rows.first()).toBeFocused()
  await agent.keyboard.press('ArrowDown')
  await expect(rows.last()).toBeFocused()
  await agent.keyboard.press('ArrowUp')
  await agent.keyboard.press('ArrowUp')
  await expect(box).toBeFocused()

  await test.step('Enter opens the first one found, also before the answer is there', async () => {
    await box.fill('')
    await box.pressSequentially(member.name)
    await box.press('Enter')
    await expect(agent.getByRole('heading', { name: member.name, level: 2 }).first()).toBeVisible()
    await expect(thread(agent)).toContainText(word)
  })

  await test.step('a view is the way out of the search', async () => {
    await agent
      .getByRole('navigation', { name: t('conversation.view.label') })
      .getByText(t('conversation.view.mine'))
      .click()
    await expect(box).toHaveValue('')
    await expect(row(agent, second)).toBeVisible()
    await expect(row(agent, member)).toHaveCount(0)
  })
})
