import { expect, test } from 'vitest'
import { addAgent } from '@/lib/admin/people/add-agent'
import { changeAgent } from '@/lib/admin/people/change-agent'
import { assign } from '../owner/assign'
import { testTeam } from '../testing'

const team = testTeam()
const ADA = {
  email: 'ada@example.com',
  name: 'Ada',
  role: 'admin',
  password: 'long enough',
} as const

test('a conversation is not given to a colleague who doesn’t answer its channel', async () => {
  const { id } = await team.newConversation()
  const [ana, ben] = [team.agent('Ana'), team.agent('Ben')]
  const { id: adminId } = await addAgent(team.ctx, ADA)
  const keep = (channelIds: string[] | null) =>
    changeAgent(team.ctx, adminId, ben.id, { role: 'agent', channelIds, disabled: false })
  await keep([])
  await expect(assign(team.ctx, ana, id, { agentId: ben.id })).rejects.toThrow(
    'Ben doesn’t answer this channel.',
  )
  expect((await team.conversation(id)).assignee).toBeUndefined()
  await keep([team.channelId])
  const given = await assign(team.ctx, ana, id, { agentId: ben.id })
  expect(given.assigneeName).toBe('Ben')
})
