import type { Page } from '@playwright/test'
import { boxOf, expectWhole, overlap, sidewaysOf } from '../support/boxes'
import { opens, owner, takesOver } from '../support/phrases'
import { newMember } from '../support/simulator'
import { expect, test } from '../support/test'
import { like, t } from '../support/words'

for (const width of [1440, 1280, 1024, 390])
  test(`at ${width} px the header keeps channel, number and who answers whole`, {
    tag: '@long',
  }, async ({ agent, simulator }) => {
    const somebody = newMember()
    const name = `${somebody.name} 陳大文 Maximiliana Featherstonehaugh-Worthington`
    const member = { ...somebody, name }
    await agent.setViewportSize({ width, height: width === 390 ? 844 : 800 })
    await simulator.says(member, 'I want to talk to a person')
    await opens(agent, member)
    await expect(owner(agent)).toContainText(t('owner.line.waiting'))
    if (width >= 1280) await expect(panel(agent)).toBeVisible()
    await expectHeaderWhole(agent, member.externalId)
    await takesOver(agent)
    await expectHeaderWhole(agent, member.externalId)
    expect(await sidewaysOf(agent)).toBeLessThanOrEqual(0)
  })

test('where a member waits nothing in the header stands out more than taking over', {
  tag: '@long',
}, async ({ agent, member, simulator }) => {
  await simulator.says(member, 'I want to talk to a person')
  await opens(agent, member)
  const takeOver = owner(agent).getByRole('button', { name: t('owner.action.takeOver') })
  const resolve = header(agent).getByRole('button', { name: t('conversation.header.resolve') })
  const plain = await header(agent).evaluate(backgroundOf)
  expect(await resolve.evaluate(backgroundOf), 'Resolve is not solid').toBe(plain)
  expect(await takeOver.evaluate(backgroundOf), 'Take over is').not.toBe(plain)
})

async function expectHeaderWhole(agent: Page, number: string) {
  const head = header(agent)
  const words = owner(agent).locator('[aria-live] > :visible')
  await expectWhole(head.getByText('Shop HK'), 'the channel')
  await expectWhole(head.getByText(`+${number}`), 'the number')
  await expectWhole(words, 'who answers')
  const buttons = [
    head.getByRole('button', { name: t('conversation.header.resolve') }),
    head.getByRole('button', { name: t('conversation.header.more'), exact: true }),
    owner(agent).getByRole('button'),
  ]
  const boxes = await Promise.all(
    [head.getByText('Shop HK'), head.getByText(`+${number}`), words, ...buttons].map(boxOf),
  )
  for (const [at, box] of boxes.entries())
    for (const other of boxes.slice(at + 1)) expect(overlap(box, other)).toBe(false)
}

function header(agent: Page) {
  return agent
    .getByRole('region', { name: like('conversation.thread.with') })
    .locator('header')
    .first()
}

function panel(agent: Page) {
  return agent.getByRole('complementary', { name: t('member.panel.label') })
}

function backgroundOf(element: Element) {
  return getComputedStyle(element).backgroundColor
}
