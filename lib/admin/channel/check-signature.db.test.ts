import { expect, test } from 'vitest'
import { testTalk } from '@/lib/inbox/testing'
import { checkSignature } from './check-signature'

const talk = testTalk()

async function found() {
  const [row] = await talk.ctx.sql<{ connectionId: string }[]>`
    select connection_id from channels where id = ${talk.channelId}`
  return checkSignature(talk.ctx, row?.connectionId ?? '')
}

test('the check says where the signature is looked for, what was turned away, and what the last delivery was verified by', async () => {
  expect(await found()).toMatchObject({
    state: 'unchecked',
    text: 'It is looked for in X-Stella-Signature. No delivery has come yet that could tell.',
  })
  await talk.ctx.sql`
    insert into rejected_signatures (channel_id, day, count)
    values (${talk.channelId}, current_date::text, 3)`
  expect(await found()).toMatchObject({
    state: 'wrong-setting',
    text: expect.stringContaining('3 deliveries were turned away, and none was accepted.'),
  })
  await talk.newTalk()
  expect(await found()).toMatchObject({
    state: 'answers',
    text: expect.stringMatching(
      /^X-Stella-Signature verified the last delivery, of .* UTC\. 3 deliveries were turned away/,
    ),
  })
  await talk.ctx.sql`update connections set signature_header = 'X-Woztell-Signature'`
  expect(await found()).toMatchObject({
    state: 'unchecked',
    text: expect.stringMatching(
      /^It is looked for in X-Woztell-Signature\. .* verified by x-stella-signature: none has come since/,
    ),
  })
})
