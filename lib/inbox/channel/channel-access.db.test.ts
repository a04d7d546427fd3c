import { expect, test } from 'vitest'
import { changeAgent } from '@/lib/admin/people/change-agent'
import { assign } from '../owner/assign'
import { testTalk } from '../testing'

const talk = testTalk()

test('a conversation is not given to a colleague who doesn’t answer its channel', async () => {
  const { id } = await talk.newTalk()
  const [ana, ben] = [talk.agent('Ana'), talk.agent('Ben')]
  const keep = (channelIds: string[] | null) =>
    changeAgent(talk.ctx, ana.id, ben.id, { role: 'agent', channelIds, disabled: false })
  await keep([])
  await expect(assign(talk.ctx, ana, id, { agentId: ben.id })).rejects.toThrow(
    'Ben doesn’t answer this channel.',
  )
  expect((await talk.conversation(id)).assignee).toBeUndefined()
  await keep([talk.channelId])
  const given = await assign(talk.ctx, ana, id, { agentId: ben.id })
  expect(given.assigneeName).toBe('Ben')
})
