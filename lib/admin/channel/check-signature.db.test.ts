import { expect, test } from 'vitest'
import { testTeam } from '@/lib/inbox/testing'
import { checkSignature } from './check-signature'

const team = testTeam()

async function found() {
  const [row] = await team.ctx.sql<{ connectionId: string }[]>`
    select connection_id from channels where id = ${team.channelId}`
  return checkSignature(team.ctx, row?.connectionId ?? '')
}

test('the check says where the signature is looked for, what was turned away, and what the last delivery was verified by', async () => {
  expect(await found()).toMatchObject({
    state: 'unchecked',
    text: 'It is looked for in X-Stella-Signature. No delivery has come yet that could tell.',
  })
  await team.ctx.sql`
    insert into rejected_signatures (channel_id, day, count)
    values (${team.channelId}, current_date::text, 3)`
  expect(await found()).toMatchObject({
    state: 'wrong-setting',
    text: expect.stringContaining('3 deliveries were turned away, and none was accepted.'),
  })
  await team.newConversation()
  expect(await found()).toMatchObject({
    state: 'answers',
    text: expect.stringMatching(
      /^X-Stella-Signature verified the last delivery, of .* UTC\. 3 deliveries were turned away/,
    ),
  })
  await team.ctx.sql`update connections set signature_header = 'X-Woztell-Signature'`
  expect(await found()).toMatchObject({
    state: 'unchecked',
    text: expect.stringMatching(
      /^It is looked for in X-Woztell-Signature\. .* verified by x-stella-signature: none has come since/,
    ),
  })
})
