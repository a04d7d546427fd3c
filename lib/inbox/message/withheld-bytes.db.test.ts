import { expect, test } from 'vitest'
import { listMessages } from '@/lib/db/message/messages'
import { reason } from '@/lib/i18n/reason'
import { testInbox } from '@/lib/log/testing'
import { toMessageView } from '@/lib/view/message-view'
import { readPassport } from './passport'

const inbox = testInbox()
const SECRET_WORDS = 'the canary words that were taken back'
let serial = 0

interface Sample {
  member: string
  id: string
  text: string
}

const seconds = () => Math.floor(Date.now() / 1000)

function bodyOf({ member, id, text }: Sample, at = seconds()) {
  return { from: member, id, timestamp: String(at), type: 'text', text: { body: text } }
}

/** Two members nobody has met. */
function members() {
  serial += 1
  const number = 85_260_000_000 + serial * 10
  return { mei: String(number), otto: String(number + 1) }
}

async function passportOf(channelId: string, text: string, role: 'agent' | 'admin' = 'agent') {
  const [row] = await inbox.ctx.sql<{ id: string; conversationId: string }[]>`
    select id, conversation_id from messages
    where channel_id = ${channelId} and content->>'text' = ${text} and not removed`
  if (!row) throw new Error(`“${text}” is not shown`)
  const place = { conversationId: row.conversationId, messageId: row.id }
  return readPassport(inbox.ctx, { role }, place)
}

/** An agent is told that there are bytes and not what they say; an admin reads them. */
async function expectWithheld(channelId: string, text: string) {
  const passport = await passportOf(channelId, text)
  expect(JSON.stringify(passport)).not.toContain(SECRET_WORDS)
  expect(passport.withheld).toEqual(reason('message.passport.withheld'))
  expect(passport.hops.length).toBeGreaterThan(0)
  expect(JSON.stringify(await passportOf(channelId, text, 'admin'))).toContain(SECRET_WORDS)
}

async function erase(channelId: string, id: string) {
  const status = { id, status: 'deleted', timestamp: String(seconds()) }
  await inbox.receive(channelId, { statuses: [status] })
}

test('one body with the lines of two members: what one deleted is not read through the other', async () => {
  const { id: channelId } = await inbox.channel()
  const { mei, otto } = members()
  const gone = bodyOf({ member: mei, id: `gone-${mei}`, text: SECRET_WORDS })
  const stays = bodyOf({ member: otto, id: `stays-${otto}`, text: 'Otto’s own words' })
  await inbox.receive(channelId, { messages: [gone, stays] })
  expect(JSON.stringify(await passportOf(channelId, 'Otto’s own words'))).toContain(SECRET_WORDS)
  await erase(channelId, `gone-${mei}`)
  await expectWithheld(channelId, 'Otto’s own words')
})

test('the body that holds a deleted line a second time is not read through its neighbour', async () => {
  const { id: channelId } = await inbox.channel()
  const { mei } = members()
  const gone = bodyOf({ member: mei, id: `gone-${mei}`, text: SECRET_WORDS })
  await inbox.receive(channelId, { messages: [gone] })
  await erase(channelId, `gone-${mei}`)
  const stays = bodyOf({ member: mei, id: `stays-${mei}`, text: 'the line beside it' })
  await inbox.receive(channelId, { messages: [gone, stays] })
  await expectWithheld(channelId, 'the line beside it')
})

test('the twin of a deleted line is not read through its neighbour', async () => {
  const { id: channelId } = await inbox.channel()
  const { mei } = members()
  const at = seconds()
  await inbox.receive(channelId, {
    messages: [bodyOf({ member: mei, id: `gone-${mei}`, text: SECRET_WORDS }, at)],
  })
  const normalized = (text: string) => ({
    from: mei,
    to: '85268227287',
    timestamp: String(at),
    type: 'TEXT',
    data: { text },
  })
  await inbox.receive(channelId, [normalized(SECRET_WORDS), normalized('in the same list')])
  await erase(channelId, `gone-${mei}`)
  await expectWithheld(channelId, 'in the same list')
})

test('a deletion that came before its line withholds the line’s neighbour too', async () => {
  const { id: channelId } = await inbox.channel()
  const { mei, otto } = members()
  await erase(channelId, `gone-${mei}`)
  const gone = bodyOf({ member: mei, id: `gone-${mei}`, text: SECRET_WORDS })
  const stays = bodyOf({ member: otto, id: `stays-${otto}`, text: 'came late' })
  await inbox.receive(channelId, { messages: [gone, stays] })
  await expectWithheld(channelId, 'came late')
})

test('an answer that repeats a deleted line in its bytes tells nothing of it, and neither does its preview', async () => {
  const { id: channelId } = await inbox.channel('telegram', '4711')
  const update = (message: object, n: number) => ({
    update_id: n,
    message: {
      from: { id: 777, is_bot: false, first_name: 'Roy' },
      chat: { id: 777, type: 'private' },
      date: seconds(),
      ...message,
    },
  })
  await inbox.receive(channelId, update({ message_id: 5, text: SECRET_WORDS }, 1))
  const quoted = { message_id: 5, chat: { id: 777 }, text: SECRET_WORDS }
  await inbox.receive(
    channelId,
    update({ message_id: 6, text: 'an answer', reply_to_message: quoted }, 2),
  )
  const [conversation] = await inbox.ctx.sql<{ id: string }[]>`
    select id from conversations where channel_id = ${channelId}`
  await inbox.ctx.sql`
    update messages set deleted_at = now() where channel_id = ${channelId}
      and content->>'text' = ${SECRET_WORDS}`
  await expectWithheld(channelId, 'an answer')
  const { items } = await listMessages(inbox.ctx.sql, conversation?.id ?? '')
  expect(items).toHaveLength(2)
  expect(JSON.stringify(items.map(toMessageView))).not.toContain(SECRET_WORDS)
})

test('bytes that hold nothing deleted are shown to agents as ever', async () => {
  const { id: channelId } = await inbox.channel()
  const { mei } = members()
  const first = bodyOf({ member: mei, id: `first-${mei}`, text: 'one of two' })
  const second = bodyOf({ member: mei, id: `second-${mei}`, text: 'two of two' })
  await inbox.receive(channelId, { messages: [first, second] })
  const passport = await passportOf(channelId, 'one of two')
  expect(passport.withheld).toBeUndefined()
  expect(JSON.stringify(passport)).toContain('two of two')
})
