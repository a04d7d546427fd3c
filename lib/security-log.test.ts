import { expect, test, vi } from 'vitest'
import type { OwnFact } from './domain/fact'
import { logger } from './logger'
import { Refusals, tellAct, toRequestPattern } from './security-log'

test('a flood of refusals is a few lines and a number', () => {
  const lines: object[] = []
  const refusals = new Refusals((event, line) => lines.push({ event, ...line }))
  for (let n = 0; n < 100_000; n += 1)
    refusals.tell('signature.refused', 'one', { what: 'channel 1a2b3c4d…' })
  expect(lines).toHaveLength(5)
  refusals.flush()
  expect(lines).toHaveLength(6)
  expect(lines.at(-1)).toMatchObject({ what: 'channel 1a2b3c4d…', times: 99_995 })
  refusals.flush()
  expect(lines).toHaveLength(6)
})

test('a flood from everywhere is bounded too, and nothing of it is uncounted', () => {
  let count = 0
  const write = vi.fn((_: string, line: { times?: number }) => {
    count += line.times ?? 1
  })
  const refusals = new Refusals(write)
  for (let n = 0; n < 20_000; n += 1)
    refusals.tell('sign-in.refused', `10.0.${n >> 8}.${n & 255}`, { from: 'somewhere' })
  refusals.flush()
  expect(write.mock.calls.length).toBeLessThan(300)
  expect(count).toBe(20_000)
})

test('what was done is told by ids, never with words, e-mails or whole channel ids', () => {
  const info = vi.spyOn(logger, 'info').mockImplementation(() => {})
  const channelId = 'c0ffee00-1111-4222-8333-444455556666'
  const acts: OwnFact[] = [
    { type: 'agent.invited', linkId: 'l1', email: 'canary@example.com', role: 'admin' },
    { type: 'agent.role-set', agentId: 'a1', role: 'admin', before: 'agent' },
    { type: 'channel.secret-added', channelId, slot: 2 },
    { type: 'connection.changed', connectionId: 'c1', name: 'canary', changed: ['accessToken'] },
    { type: 'agent.renamed', agentId: 'a1', name: 'canary', before: 'canary' },
    { type: 'conversation.read', conversationId: 'x', unread: 1 },
  ]
  for (const act of acts) tellAct(act, 'who')
  const logged = info.mock.calls.map(([line]) => line)
  expect(logged).toEqual([
    { log: 'security', event: 'agent.invited', who: 'who', linkId: 'l1', role: 'admin' },
    {
      log: 'security',
      event: 'agent.role-set',
      who: 'who',
      agentId: 'a1',
      role: 'admin',
      before: 'agent',
    },
    { log: 'security', event: 'channel.secret-added', who: 'who', slot: 2, channel: 'c0ffee00…' },
    {
      log: 'security',
      event: 'connection.changed',
      who: 'who',
      connectionId: 'c1',
      changed: ['accessToken'],
    },
  ])
  info.mockRestore()
})

test('a place holds no id and no token', () => {
  const url = 'http://inbox/api/admin/channels/c0ffee00-1111-4222-8333-444455556666?x=canary'
  expect(toRequestPattern({ method: 'PUT', url })).toBe('PUT /api/admin/channels/{id}')
  expect(toRequestPattern({ method: 'GET', url: 'http://inbox/api/files/canary' })).not.toContain(
    'canary',
  )
})
