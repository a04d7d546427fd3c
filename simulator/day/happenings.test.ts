import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Bench, MESSENGER, openBench, ROY, TOM, WHATSAPP } from '../test-bench'
import type { Received } from '../test-receiver'
import { HAPPENINGS } from './happenings'

let bench: Bench

beforeEach(async () => {
  bench = await openBench(['raw'])
})
afterEach(() => bench.close())

const isCloud = ({ body }: Received) => body.object === 'whatsapp_business_account'

function happen(what: string, more: object = {}) {
  const about = { channel: WHATSAPP, member: ROY, what }
  return bench.call('POST', '/control/happenings', { ...about, ...more })
}

test('everything that goes on past Stella leaves as a raw event of its platform', async () => {
  await bench.say('See you at five')
  for (const what of Object.keys(HAPPENINGS)) expect((await happen(what)).body.ok).toBe(1)
  // A call and a person with two ids are two events each.
  const events = await bench.receiver.until(Object.keys(HAPPENINGS).length + 3, isCloud)
  const changes = events.map(({ body }) => body.entry[0].changes[0])
  expect(new Set(changes.map(({ field }) => field))).toEqual(
    new Set(['messages', 'message_echoes', 'calls', 'user_preferences']),
  )
  const types = changes.flatMap(({ value }) => value.messages ?? []).map(({ type }) => type)
  expect(types).toEqual(['edit', 'revoke', 'text', 'text'])
})

test('an edit changes the line on the phone and names it', async () => {
  const { body } = await bench.say('At five')
  await happen('edit', { text: 'At six' })
  const [event] = await bench.receiver.until(1, isCloud)
  const [message] = event?.body.entry[0].changes[0].value.messages ?? []
  expect(message.edit).toMatchObject({
    original_message_id: body.messageId,
    message: { text: { body: 'At six' } },
  })
  expect((await bench.phone())[0]?.text).toBe('At six')
})

test('on Messenger a colleague answers in the page’s own inbox, and nobody calls', async () => {
  await bench.connect(MESSENGER, 'messenger', 'PAGE')
  const about = { channel: MESSENGER, member: TOM }
  expect((await happen('call-missed', about)).status).toBe(400)
  await happen('answer', { ...about, text: 'Yes, how can I help?' })
  const [echo] = await bench.receiver.until(1, ({ body }) => body.message?.is_echo === true)
  expect(echo?.body).toMatchObject({ sender: { id: 'PAGE' }, recipient: { id: TOM } })
})
