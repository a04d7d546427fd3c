import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { addConnection } from '@/lib/admin/channel/add-connection'
import { checkConnection } from '@/lib/admin/channel/check-connection'
import {
  createIntegration,
  deleteIntegration,
  listIntegrations,
} from '@/lib/admin/channel/integrations'
import { replayEvents } from '@/lib/admin/log/replay-events'
import { chooseSettings } from '@/lib/admin/people/change-profile'
import { findChannel } from '@/lib/db/channel/channels'
import { lockFold } from '@/lib/db/log/fold-lock'
import { DEFAULT_AGENT_SETTINGS } from '@/lib/domain/people/agent-settings'
import { english } from '@/lib/i18n/catalogues'
import { reason } from '@/lib/i18n/reason'
import { foldPending } from '@/lib/log/fold'
import { Slots } from '@/lib/log/slots'
import { setStatus } from '../conversation/set-status'
import { settleMany } from '../conversation/settle-many'
import { assign } from '../owner/assign'
import { setLiveChat } from '../owner/set-live-chat'
import { testTeam } from '../testing'

const team = testTeam()
const admin = randomUUID()
const NOTHING = 'The inbox is busy. Nothing was changed. Try again.'
let connectionId: string

beforeAll(async () => {
  connectionId = (await findChannel(team.ctx.sql, team.channelId))?.connectionId ?? ''
})

test('while the inbox is too busy to note it, each verb says what Stella has done by then', async () => {
  const ana = team.agent('Ana')
  const free = await team.newConversation()
  const wanted = await team.newConversation()
  const held = await team.takenConversation()
  const given = await team.takenConversation()
  const answers = await whileLocked(() =>
    Promise.all([
      refusal(setLiveChat(team.ctx, ana, free.id, { liveChat: true })),
      refusal(assign(team.ctx, ana, wanted.id, { agentId: team.agent('Ben').id })),
      refusal(setLiveChat(team.ctx, ana, held.id, { liveChat: false })),
      refusal(assign(team.ctx, ana, given.id, { agentId: team.agent('Ben').id })),
      refusal(setStatus(team.ctx, ana, given.id, { status: 'resolved' })),
    ]),
  )
  const [taken, assigned, handedBack, transferred, resolved] = answers
  expect(taken).toMatch(/^Stella has stopped the bot.*couldn’t note who’s answering/)
  expect(assigned).toBe(taken)
  expect(handedBack).toMatch(/^Stella has handed this conversation to the bot/)
  expect([transferred, resolved]).toEqual([NOTHING, NOTHING])

  // What was said is what there is, at Stella and, once the member was read again, here.
  for (const { id } of [free, wanted, held]) await team.refresh(id)
  expect(await team.conversation(free.id)).toMatchObject({ owner: 'waiting', liveChat: true })
  expect(await team.conversation(wanted.id)).toMatchObject({ owner: 'waiting', liveChat: true })
  expect(await team.conversation(held.id)).toMatchObject({ owner: 'bot', liveChat: false })
  expect(await team.conversation(given.id)).toMatchObject({ owner: 'agent', status: 'open' })
  await expect(setLiveChat(team.ctx, ana, free.id, { liveChat: true })).resolves.toMatchObject({
    assigneeName: 'Ana',
  })
}, 60_000)

test('who may no longer hold it once Stella has stopped the bot reads that the bot is stopped', async () => {
  const [ana, ben] = [team.agent('Ana'), team.agent('Ben')]
  const [wanted, given, held] = [
    await team.newConversation(),
    await team.newConversation(),
    await team.takenConversation(),
  ]
  const give = ({ id }: { id: string }) => assign(team.ctx, ana, id, { agentId: ben.id })
  const take = () => setLiveChat(team.ctx, ben, wanted.id, { liveChat: true })
  const taken = await refusedAtTheirTurn(ben.id, take)
  const assigned = await refusedAtTheirTurn(ben.id, () => give(given))
  const transferred = await refusedAtTheirTurn(ben.id, () => give(held))
  const why = 'Ben can no longer answer this channel.'
  expect(taken).toBe(english.say(reason('owner.change.botStopped', { why })))
  expect(assigned).toBe(taken)
  expect(transferred, 'nothing was asked of Stella').toBe(why)
  for (const { id } of [wanted, given]) {
    await team.refresh(id)
    expect(await team.conversation(id)).toMatchObject({ owner: 'waiting', liveChat: true })
  }
}, 60_000)

test('what needs no folded row waits for nobody: settings, checks, integrations', async () => {
  const ana = team.agent('Ana')
  const settings = { ...DEFAULT_AGENT_SETTINGS, undoSeconds: 10 as const }
  await whileLocked(async () => {
    await chooseSettings(team.ctx, ana, settings)
    expect((await checkConnection(team.ctx, admin, connectionId)).items).not.toEqual([])
    const fields = { name: 'Desk' }
    const { id } = await createIntegration(team.ctx, admin, connectionId, { fields })
    await deleteIntegration(team.ctx, admin, connectionId, id)
    expect((await listIntegrations(team.ctx, connectionId)).items).toEqual([])
  })
  const [row] = await team.ctx.sql`select settings from agents where id = ${ana.id}`
  expect(row?.settings).toMatchObject({ undoSeconds: 10 })
  await foldPending(team.ctx.sql)
  expect(
    await team.ctx.sql`
      select kind from events where kind like 'integration.%' or kind like '%.checked'
        or kind = 'agent.settings-set' order by id`,
  ).toEqual(
    ['agent.settings-set', 'connection.checked', 'integration.created', 'integration.deleted'].map(
      (kind) => ({ kind }),
    ),
  )
})

test('a connection that could not be added is not there', async () => {
  const given = { name: 'Later', accessToken: 'token' }
  expect(await whileLocked(() => refusal(addConnection(team.ctx, given)))).toBe(NOTHING)
  expect(await team.ctx.sql`select from connections where name = 'Later'`).toHaveLength(0)
}, 30_000)

test('a hand-back whose node Stella refuses says so, also when the inbox is busy by then', async () => {
  const { id, member } = await team.takenConversation()
  await team.control('POST', '/faults', { fault: 'refuse', api: 'redirect', times: 1, member })
  await team.control('POST', '/faults', {
    fault: 'slow',
    api: 'redirect',
    ms: 3_000,
    times: 1,
    member,
  })
  const asked = refusal(
    setLiveChat(team.ctx, team.agent('Ana'), id, { liveChat: false, node: { id: 'menu' } }),
  )
  await expect.poll(async () => (await team.conversation(id)).owner).toBe('bot')
  expect(await whileLocked(() => asked)).toMatch(/^Handed back to the bot, but not at menu/)
}, 30_000)

test('of many replies to settle, those that were and those that were not are told apart', async () => {
  const { id } = await team.takenConversation()
  const ids = [randomUUID(), randomUUID(), randomUUID()]
  await team.control('POST', '/faults', { fault: 'refuse', times: 3 })
  for (const each of ids) await team.reply(id, 'Hello', each)
  await team.runOutbox(id)
  const viewer = { ...team.agent('Ana'), role: 'supervisor' as const }
  const asked = { action: 'send-again' as const, messageIds: ids }
  const result = await settleMany(busyAfter(1), viewer, asked)
  expect(result.done).toEqual([ids[0]])
  expect(result.refused).toEqual([
    { messageId: ids[1], reason: reason('log.problem.busy') },
    { messageId: ids[2], reason: reason('conversation.refused.notTried') },
  ])
})

test('a replay that had to stop says how far it came', async () => {
  for (let index = 0; index < 501; index++)
    await team.inbox.append(team.channelId, `{"nobody":"knows ${index}"}`)
  await foldPending(team.ctx.sql)
  const events = { from: 1, to: Number.MAX_SAFE_INTEGER }
  expect(await refusal(replayEvents(busyAfter(1), { events }, admin))).toMatch(
    /^\d+ events were replayed before the inbox got too busy/,
  )
  expect(await refusal(replayEvents(busyAfter(0), { events }, admin))).toBe(NOTHING)
})

/** Holds the fold lock while somebody is asked, as a rebuild does. */
function whileLocked<Result>(work: () => Promise<Result>): Promise<Result> {
  return team.ctx.sql
    .begin(async (tx) => {
      await lockFold(tx)
      return { value: await work() }
    })
    .then(({ value }) => value)
}

/** What somebody reads who was let in, and whom an admin takes the channel from before it is noted. */
async function refusedAtTheirTurn(agentId: string, ask: () => Promise<unknown>): Promise<string> {
  const { asked } = await team.ctx.sql.begin(async (tx) => {
    await lockFold(tx)
    const words = refusal(ask())
    await expect.poll(countWaiting, { timeout: 20_000 }).toBe(1)
    await tx`update agents set channel_ids = '{}' where id = ${agentId}`
    return { asked: words }
  })
  const words = await asked
  await team.ctx.sql`update agents set channel_ids = null where id = ${agentId}`
  return words
}

/** How many stand before the fold lock. */
async function countWaiting(): Promise<number> {
  const rows = await team.ctx.sql`
    select from pg_locks where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())`
  return rows.length
}

/** An inbox that is too busy from the turn after so many. */
function busyAfter(turns: number) {
  class Few extends Slots {
    private left = turns
    override async take() {
      this.left -= 1
      return this.left >= 0 ? 5_000 : undefined
    }
  }
  return { ...team.ctx, turns: new Few(1) }
}

/** What somebody reads who is refused. */
function refusal(asked: Promise<unknown>): Promise<string> {
  return asked.then(
    () => 'It went through.',
    (error) => error.message,
  )
}
