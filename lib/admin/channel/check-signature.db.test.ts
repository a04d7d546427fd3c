import { expect, test } from 'vitest'
import { reason } from '@/lib/i18n/reason'
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
    text: reason('connection.check.signatureUntested', { header: 'X-Stella-Signature' }),
  })
  await team.ctx.sql`
    insert into rejected_signatures (channel_id, day, count)
    values (${team.channelId}, current_date::text, 3)`
  expect(await found()).toMatchObject({
    state: 'wrong-setting',
    text: reason('connection.check.signatureRejected', {
      header: 'X-Stella-Signature',
      count: 3,
    }),
  })
  await team.newConversation()
  expect(await found()).toMatchObject({
    state: 'answers',
    text: reason('connection.check.signatureSome', {
      header: 'X-Stella-Signature',
      at: { at: expect.any(Number) },
      count: 3,
    }),
  })
  await team.ctx.sql`update connections set signature_header = 'X-Woztell-Signature'`
  expect(await found()).toMatchObject({
    state: 'unchecked',
    text: reason('connection.check.signatureOther', {
      header: 'X-Woztell-Signature',
      other: 'x-stella-signature',
      at: { at: expect.any(Number) },
    }),
  })
})
