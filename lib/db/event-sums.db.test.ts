import { expect, test } from 'vitest'
import { Appender } from '@/lib/log/append'
import { foldPending } from '@/lib/log/fold'
import { checkRebuild } from '@/lib/log/rebuild'
import { testInbox } from '@/lib/log/testing'
import { storm } from '@/lib/log/testing-storm'
import { type EventSum, sumEvents, totalOf } from './event-sums'

const inbox = testInbox()

function partsOf(sum: EventSum): number {
  const { messages, statuses, duplicates, ignored, quarantined, inWork, applied, repeats } = sum
  return messages + statuses + duplicates + ignored + quarantined + inWork + applied + repeats
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
    expect(sum?.repeats).toBe(bodies.length - new Set(bodies).size)
    expect(sum && partsOf(sum)).toBe(bodies.length)
    expect(sum?.inWork).toBe(0)
    const shown = (await inbox.thread(channel.id)).length
    expect(shown).toBeGreaterThan(50)
  }
  const total = totalOf(sums)
  expect(total.received).toBe(storms.flatMap((each) => each.bodies).length)
  expect(total.ignoredBy).toEqual([{ rule: 'no messages and no statuses', count: total.ignored }])
  for (const name of ['messages', 'statuses', 'duplicates', 'ignored', 'quarantined'] as const)
    expect(total[name], name).toBeGreaterThan(0)
  expect(await checkRebuild(sql)).toMatchObject({ same: true })
})

test('a channel that received nothing sums to nothing', async () => {
  const channel = await inbox.channel()
  const sum = (await sumEvents(inbox.ctx.sql)).find((each) => each.id === channel.id)
  expect(sum).toMatchObject({ received: 0, inWork: 0, ignoredBy: [] })
})
