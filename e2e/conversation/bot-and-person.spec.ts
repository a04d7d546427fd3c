import { connectOwnChannel } from '../support/own-channel'
import {
  bubbles,
  bubblesOf,
  handsBack,
  onPhone,
  owner,
  phoneLog,
  replies,
  row,
  seesInbox,
  takesOver,
  thread,
  writesAsMember,
} from '../support/phrases'
import { newMember } from '../support/simulator'
import { expect, test } from '../support/test'
import { t } from '../support/words'

test('a conversation goes from the bot to a person and back, live on both sides', async ({
  agent,
  phone,
  member,
  simulator,
}) => {
  await seesInbox(agent)
  await row(agent, member).click()
  await expect(owner(agent)).toContainText(t('owner.line.bot'))

  await test.step('what the member writes shows without a reload', async () => {
    await writesAsMember(phone, 'Where is my parcel?')
    await expect(bubbles(agent, 'Where is my parcel?')).toHaveCount(1)
    await expect(bubblesOf(agent, t('message.author.bot')).last()).toBeVisible()
  })

  await test.step('after taking over, a reply stands on the phone once and is read', async () => {
    await takesOver(agent)
    await replies(agent, 'Hello, Ana here. I am looking.')
    await expect(onPhone(phone, 'Hello, Ana here. I am looking.')).toHaveCount(1)
    await expect(bubbles(agent, 'Hello, Ana here. I am looking.')).toContainText(
      t('message.delivery.read'),
    )
  })

  await test.step('the answer reaches the agent, and the bot stays out of it', async () => {
    await writesAsMember(phone, 'Thank you so much')
    await expect(bubbles(agent, 'Thank you so much')).toHaveCount(1)
    await simulator.settles()
    expect((await simulator.thread(member)).at(-1)).toMatchObject({
      from: 'member',
      text: 'Thank you so much',
    })
  })

  await test.step('after handing back, the bot answers again', async () => {
    await handsBack(agent)
    await writesAsMember(phone, 'Are you there?')
    await expect(thread(agent)).toContainText('the assistant is back')
    await expect(phoneLog(phone)).toContainText('the assistant is back')
  })
})

test('somebody who asks for a person waits where agents look, until one takes over', {
  tag: '@long',
}, async ({ agent, simulator, appUrl, simulatorUrl }) => {
  const channel = await connectOwnChannel(appUrl, simulatorUrl)
  const member = newMember(channel.stellaId)
  await agent.goto(`/inbox?view=waiting&channel=${channel.id}`)
  await simulator.says(member, 'I want to talk to a person')
  await expect(row(agent, member)).toContainText(t('conversation.row.by', { author: 'bot' }))
  await expect(row(agent, member)).toContainText('colleague')
  await row(agent, member).click()
  await expect(owner(agent)).toContainText(t('owner.line.waiting'))
  await takesOver(agent)
  await expect(row(agent, member)).toBeHidden()
  await channel.close()
})
