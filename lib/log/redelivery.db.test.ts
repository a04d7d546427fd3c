import { expect, test } from 'vitest'
import { normalizedText, rawText } from '../domain/fold/testing-play'
import { checkRebuild } from './rebuild'
import { testInbox } from './testing'

const inbox = testInbox()
const DAY_S = 86_400
/** Long past on any clock: a time ahead of it would be replaced (architecture.md "Order"). */
const LONG_AGO_S = -1_000 * DAY_S

test('what comes again days later, in other bytes, is what it was', async () => {
  const channel = await inbox.channel()
  const first = [
    rawText('ok-1', LONG_AGO_S, 'ok'),
    rawText('ok-2', LONG_AGO_S, 'ok'),
    normalizedText(LONG_AGO_S, 'ok'),
  ]
  const since = Array.from({ length: 3 }, (_, day) =>
    rawText(`day-${day}`, LONG_AGO_S + (day + 1) * DAY_S, 'ok'),
  )
  await inbox.receive(channel.id, ...[...first, ...since].map((body) => JSON.stringify(body)))
  const before = await inbox.thread(channel.id)
  expect(before.map((message) => message.platformMessageId)).toEqual([
    'ok-1',
    'ok-2',
    'day-0',
    'day-1',
    'day-2',
  ])

  const again = first.map((body) => JSON.stringify({ ...body, redelivered: true }))
  const late = JSON.stringify(normalizedText(LONG_AGO_S + 7, 'ok'))
  for (const body of [...again, late]) await inbox.receive(channel.id, body)
  expect(await inbox.thread(channel.id)).toEqual(before)
  expect((await inbox.outcomes(channel.id)).slice(-4).map((each) => each.outcome)).toEqual(
    Array(4).fill('duplicate'),
  )
  expect(await checkRebuild(inbox.ctx.sql)).toMatchObject({ same: true })
})
