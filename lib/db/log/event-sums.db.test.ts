import { expect, test } from 'vitest'
import { storm } from '@/lib/domain/fold/testing-storm'
import type { EventSum } from '@/lib/domain/log/event-sum'
import { reason } from '@/lib/i18n/reason'
import { Appender } from '@/lib/log/append'
import { foldPending } from '@/lib/log/fold'
import { checkRebuild } from '@/lib/log/rebuild'
import { testInbox } from '@/lib/log/testing'
import { RULES_MAX, SUM_PARTS, sumEvents, totalOf } from './event-sums'

const inbox = testInbox()

function partsOf(sum: EventSum): number {
  const { messages, statuses, duplicates, ignored, quarantined, inWork } = sum
  return messages + statuses + duplicates + ignored + quarantined + inWork
}

test('after a storm every delivery is accounted for, before and after it is folded', async () => {
  const { sql } = inbox.ctx
  const appender = new Appender(sql)
  const channels = [await inbox.channel(), await inbox.channel(), await inbox.channel()]
  const storms = channels.map((channel, index) => ({ channel, bodies: storm(index + 1, 150) }))
  const deliver = (part: 0 | 1) =>
    Promise.all(
      storms.flatMap(({ channel, bodies }) =>
        bodies
          .filter((_, index) => index % 2 === part)
          .map((body) => appender.append(channel.id, Buffer.from(body), {})),
      ),
    )
  await deliver(0)
  await foldPending(sql)
  // The second half is delivered while it is folded, and counted at some moment in between.
  const [moments] = await Promise.all([
    Promise.all([sumEvents(sql), sumEvents(sql), sumEvents(sql)]),
    deliver(1),
    foldPending(sql),
  ])
  for (const moment of moments.flat()) expect(partsOf(moment)).toBe(moment.received)

  const before = await sumEvents(sql)
  await foldPending(sql)
  const sums = await sumEvents(sql)
  for (const { channel, bodies } of storms) {
    const sum = sums.find((each) => each.id === channel.id)
    expect(before.find((each) => each.id === channel.id)?.received).toBe(bodies.length)
    expect(sum?.received).toBe(bodies.length)
    expect(sum?.ofWhich.repeats).toBe(bodies.length - new Set(bodies).size)
    expect(sum && partsOf(sum)).toBe(bodies.length)
    expect(sum?.inWork).toBe(0)
    const shown = (await inbox.thread(channel.id)).length
    expect(shown).toBeGreaterThan(50)
  }
  const total = totalOf(sums)
  expect(total.received).toBe(storms.flatMap((each) => each.bodies).length)
  expect(total.ignoredBy).toEqual([
    { rule: reason('delivery.rule.nothingInside'), count: total.ignored },
  ])
  for (const name of SUM_PARTS.filter((part) => part !== 'inWork'))
    expect(total[name], name).toBeGreaterThan(0)
  expect(await checkRebuild(sql)).toMatchObject({ same: true })
})

test('what changes something without a line is a status, what comes again is a duplicate', async () => {
  const { sql } = inbox.ctx
  const appender = new Appender(sql)
  const channel = await inbox.channel()
  const member = { from: '85260903521', timestamp: '1700000000' }
  const notice = { type: 'user_changed_number', body: 'Roy changed', new_wa_id: '85262222222' }
  const bodies = [
    { messages: [{ ...member, id: 'a', type: 'text', text: { body: 'Hello' } }] },
    {
      messages: [
        { ...member, id: 'b', type: 'reaction', reaction: { message_id: 'a', emoji: '👍' } },
      ],
    },
    { messages: [{ ...member, id: 'c', type: 'system', system: notice }] },
    { account: 'acme' },
    { account: 'acme', again: true },
  ].map((body) => Buffer.from(JSON.stringify(body)))
  for (const body of [...bodies, ...bodies]) await appender.append(channel.id, body, {})
  await foldPending(sql)
  const sum = (await sumEvents(sql)).find((each) => each.id === channel.id)
  expect(sum).toMatchObject({
    received: 10,
    messages: 1,
    statuses: 3,
    duplicates: 6,
    ignored: 0,
    quarantined: 0,
    inWork: 0,
    ofWhich: { reports: 2, repeats: 5 },
  })
})

test('however many names a platform makes up, the rules stay a short list that adds up', () => {
  const names = Array.from({ length: RULES_MAX + 5 }, (_, index) => `a change of ${index}`)
  const ignored = names.map((rule) => ({ rule, count: 2 }))
  const one = { ...totalOf([]), received: 50, ignored: 50, ignoredBy: ignored }
  const { ignoredBy } = totalOf([one])
  expect(ignoredBy).toHaveLength(RULES_MAX + 1)
  expect(ignoredBy[0]).toEqual({ rule: reason('log.sums.otherRules'), count: 10 })
  expect(ignoredBy.reduce((sum, { count }) => sum + count, 0)).toBe(50)
})

test('a channel that received nothing sums to nothing', async () => {
  const channel = await inbox.channel()
  const sum = (await sumEvents(inbox.ctx.sql)).find((each) => each.id === channel.id)
  expect(sum).toMatchObject({ received: 0, inWork: 0, ignoredBy: [] })
})
