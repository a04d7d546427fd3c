import { afterEach, expect, test } from 'vitest'
import { createWorld } from '../simulated-world'
import { newState } from '../state'
import { type Bench, isOutbound, MESSENGER, openBench, ROY, WHATSAPP } from '../test-bench'
import { CAST } from './cast'
import { createDay } from './day'
import { createDayScript } from './day-script'
import { STORIES } from './stories'

let bench: Bench | undefined

afterEach(async () => {
  await bench?.close()
  bench = undefined
})

/** Plays `turns` turns of a day without waiting and gives what everybody said, in order. */
async function playDay(seed: number, turns: number): Promise<string[]> {
  const { world, close } = createWorld(newState(), seed, undefined)
  for (const platform of [
    'whatsapp',
    'messenger',
    'instagram',
    'web',
    'telegram',
    'wechat',
    'slack',
  ] as const) {
    const webhookUrl = 'http://127.0.0.1:9/'
    world.state.channels.push({
      id: platform,
      platform,
      app: 'a',
      name: platform,
      externalId: platform,
      secret: 's',
      webhookUrl,
      subscriptions: [],
    })
  }
  const lines: string[] = []
  const waits: number[] = []
  const enough = new Promise<void>((resolve) => {
    world.watch(({ member, line }) => {
      if (line?.from === 'member')
        lines.push(`${member.externalId}: ${line.text} ${line.media?.kind ?? ''}`)
      if (lines.length >= turns) resolve()
    })
  })
  const sleep = async (ms: number, signal: AbortSignal) => {
    waits.push(ms)
    await new Promise((resolve) => setImmediate(resolve))
    signal.throwIfAborted()
  }
  const day = createDay(world, sleep)
  await day.start({ history: true, pace: 1, historyMinutes: 1 })
  await enough
  await day.stop()
  await close()
  for (const ms of waits) expect(ms >= 8_000 && ms <= 25_000).toBe(true)
  return lines.slice(0, turns)
}

test('the same seed plays the same members with the same lines; another seed another day', async () => {
  const first = await playDay(7, 120)
  expect(await playDay(7, 120)).toEqual(first)
  expect(await playDay(8, 120)).not.toEqual(first)
})

test('a day that goes on after a restart continues where it stopped', () => {
  const whole = createDayScript(3, newState().day)
  const turns = Array.from({ length: 20 }, () => whole.nextTurn())
  const progress = newState().day
  const before = createDayScript(3, progress)
  for (let turn = 0; turn < 12; turn++) before.nextTurn()
  const after = createDayScript(3, JSON.parse(JSON.stringify(progress)))
  expect(Array.from({ length: 8 }, () => after.nextTurn())).toEqual(turns.slice(12))
})

test('everybody of the cast has a story, and no story is about a stranger', () => {
  expect(STORIES.map((story) => story.externalId).sort()).toEqual(
    CAST.map((person) => person.externalId).sort(),
  )
})

test('who waits long enough falls silent until an agent has handed back', () => {
  const script = createDayScript(1, newState().day)
  const lines = Array.from({ length: 20 }, () => script.nextLine(ROY, true))
  expect(lines.at(-1)).toBeUndefined()
  while (script.nextLine(ROY, false) !== 'Hello');
  expect(script.nextLine(ROY, true)).toBe('Hello? Is somebody there?')
})

test('the opening history runs the real flows: some wait for a person, with photo, video and Chinese', async () => {
  bench = await openBench()
  await bench.connect(MESSENGER, 'messenger', 'PAGE')
  await bench.call('POST', '/control/day/start', { history: true })
  await bench.call('POST', '/control/day/stop')
  const members = (
    await bench.call('PUT', `/control/channels/${WHATSAPP}`, {
      platform: 'whatsapp',
      name: 'Shop',
      externalId: '85268227287',
      secret: 's',
      webhookUrl: bench.receiver.url,
    })
  ).body.members
  const waiting = members.filter((m: { botMeta: { liveChat: boolean } }) => m.botMeta.liveChat)
  expect(waiting.length).toBeGreaterThanOrEqual(3)
  const roy = await bench.phone()
  expect(roy.some((line) => line.media?.kind === 'image')).toBe(true)
  const tom = await bench.phone(MESSENGER, '10150000000000011')
  expect(tom.some((line) => line.media?.kind === 'video')).toBe(true)
  expect((await bench.phone(WHATSAPP, '85291230002'))[0]?.text).toBe('你好')

  const before = roy.length
  await bench.call('POST', '/control/day/start', { history: true })
  await bench.call('POST', '/control/day/stop')
  expect(await bench.phone()).toHaveLength(before)
})

test('a member reads an agent’s reply and answers it with a line of their story', async () => {
  bench = await openBench()
  await bench.liveChat(true)
  await bench.call('POST', '/control/day/start', { pace: 100 })
  await bench.reply('Would you like the same size?')
  await bench.receiver.until(
    1,
    (one) => one.body.messages?.[0].text?.body === 'Yes, the same size please.',
  )
  await bench.receiver.until(1, isOutbound('MANUAL'))
  expect((await bench.phone()).find((line) => line.from === 'agent')?.receipt).toBe('read')
})
