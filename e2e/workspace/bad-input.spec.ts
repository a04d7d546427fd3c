import { randomUUID } from 'node:crypto'
import { TEXT_LENGTH_MAX } from '@/lib/domain/channel/channel'
import { paths } from '@/lib/paths'
import {
  bubbles,
  conversationIdOf,
  onPhone,
  opens,
  replies,
  replyBox,
  sendButton,
  takesOver,
} from '../support/phrases'
import { expect, test } from '../support/test'
import { like, t } from '../support/words'

test('nothing can not be sent, and too much only as several messages, which the button says', {
  tag: '@long',
}, async ({ agent, member, simulator }) => {
  await simulator.says(member, 'Hi')
  await opens(agent, member)
  await takesOver(agent)
  await replyBox(agent).fill('   ')
  await expect(sendButton(agent)).toBeDisabled()
  await replyBox(agent).press('Enter')

  await replyBox(agent).fill('x'.repeat(TEXT_LENGTH_MAX + 1))
  await expect(sendButton(agent)).toHaveText(like('composer.send.several', { count: 2 }))
  await expect(
    agent.getByText(
      like('composer.box.charactersOver', { used: TEXT_LENGTH_MAX + 1, max: TEXT_LENGTH_MAX }),
    ),
  ).toBeVisible()

  await replyBox(agent).fill('x'.repeat(TEXT_LENGTH_MAX))
  await expect(sendButton(agent)).toHaveText(new RegExp(`^${t('common.send')} ?↵`))
  await expect(sendButton(agent)).toBeEnabled()
  await simulator.settles()
  expect((await simulator.thread(member)).filter(({ from }) => from === 'agent')).toEqual([])
})

test('a text is only ever text: marks, scripts and other writings arrive as they are', async ({
  agent,
  phone,
  member,
}) => {
  const text = '<img src=x onerror="document.title=1"> & مرحبا 👩‍👩‍👧 {{name}} %s'
  await opens(agent, member)
  await takesOver(agent)
  await replies(agent, text)
  await expect(onPhone(phone, text)).toHaveCount(1)
  await expect(bubbles(agent, text).locator('img')).toHaveCount(0)
  await expect(agent).not.toHaveTitle('1')
})

test('the API refuses what it can not use in words, and never breaks', async ({
  agent,
  member,
  simulator,
}) => {
  await simulator.says(member, 'Hi')
  await opens(agent, member)
  await takesOver(agent)
  const conversation = await conversationIdOf(agent, member)
  const messages = paths.api.messages(conversation)
  const reply = (text: unknown, id: unknown = randomUUID()) => ({
    id,
    content: { type: 'text', text },
  })
  const cases: [string, string, object, number][] = [
    ['an empty text', messages, reply(' '), 400],
    ['too long a text', messages, reply('x'.repeat(TEXT_LENGTH_MAX + 1)), 400],
    ['half a character', messages, reply('\ud800'), 400],
    ['a NUL', messages, reply('a\u0000b'), 400],
    ['no text', messages, reply(undefined), 400],
    ['an id that is no UUID', messages, reply('hello', 'one'), 400],
    ['a list', messages, [], 400],
    ['a time that is none', messages, { ...reply('hello'), sendAt: 'soon' }, 400],
    ['a time that is over', messages, { ...reply('hello'), sendAt: '2020-01-01T00:00:00Z' }, 400],
    ['an answer to nothing', messages, { ...reply('hello'), replyTo: randomUUID() }, 400],
    ['an unknown conversation', paths.api.messages(randomUUID()), reply('hello'), 404],
    ['an id that can not be', paths.api.messages('no-such-id'), reply('hello'), 400],
  ]
  const origin = new URL(agent.url()).origin
  for (const [what, path, data, status] of cases) {
    const response = await agent.request.post(path, { data, headers: { Origin: origin } })
    expect(response.status(), what).toBe(status)
    expect((await response.json()).error.message, what).toMatch(/\S/)
  }
})
