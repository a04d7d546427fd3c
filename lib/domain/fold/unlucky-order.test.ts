import { expect, test } from 'vitest'
import {
  botMessage,
  messengerEvent,
  normalizedText,
  OURS,
  ordersOf,
  playBodies,
  rawMessage,
  rawText,
  SCENE,
  shownIn,
  THEIRS,
} from './testing-play'

const NEW_NUMBER = '85262222222'

test('a status that names a line of the member puts no tick on it, whenever it comes', () => {
  const status = { statuses: [{ id: 'm1', status: 'read', timestamp: String(SCENE / 1000) }] }
  for (const order of ordersOf([rawText('m1', 0, 'Hello'), status]))
    expect(shownIn(playBodies(order))).toMatchObject([{ author: 'member', delivery: null }])
})

test('an edit that came first keeps its words, and the line the time and context of the original', () => {
  const referral = { ref: 'promo', source: 'ADS', type: 'OPEN_THREAD' }
  const original = messengerEvent(0, { message: { mid: 'm', text: 'one', referral } })
  const edits = ['two', 'three'].map((text, index) =>
    messengerEvent(60 + index, { message_edit: { mid: 'm', text, num_edit: index + 1 } }),
  )
  for (const order of ordersOf([original, ...edits])) {
    const messages = shownIn(playBodies(order, 'messenger'))
    expect(messages).toMatchObject([
      {
        content: { type: 'text', text: 'three' },
        sentAt: SCENE,
        context: { referral: { ref: 'promo' }, editedAt: expect.any(String) },
      },
    ])
  }
})

test('a normalized event of an earlier or a later wording is no second bubble', () => {
  const original = messengerEvent(0, { message: { mid: 'm', text: 'one' } })
  const edit = messengerEvent(60, { message_edit: { mid: 'm', text: 'two', num_edit: 1 } })
  const bodies = [original, edit, normalizedText(0, 'one'), normalizedText(60, 'two')]
  for (const order of ordersOf(bodies)) {
    const world = playBodies(order, 'messenger')
    expect(shownIn(world).map(({ content }) => content)).toEqual([{ type: 'text', text: 'two' }])
    expect(world.conversations.loaded()).toMatchObject([{ unread: 1 }])
  }
})

test('a watermark of no moment reads nothing', () => {
  for (const watermark of [0, -1, 12, null, 'soon']) {
    const read = messengerEvent(60, { read: { watermark } })
    const messages = shownIn(playBodies([botMessage('b', 0, 'Hi'), read], 'messenger'))
    expect(messages).toMatchObject([{ delivery: 'sent' }])
  }
})

test('a watermark of somebody nobody has met makes no conversation, and waits for them', () => {
  const reads = [60, 90].map((second) =>
    messengerEvent(second, { read: { watermark: SCENE + second * 1000 } }),
  )
  const alone = playBodies(reads, 'messenger')
  expect(alone.conversations.loaded()).toEqual([])
  expect(alone.members.loaded()).toEqual([])
  expect(alone.effects).toEqual([])
  const botLines = [
    botMessage('b', 0, 'Hi'),
    botMessage('c', 80, 'Still there?'),
    botMessage('d', 100, 'Bye'),
  ]
  for (const order of ordersOf([...reads, ...botLines])) {
    const world = playBodies(order, 'messenger')
    expect(shownIn(world).map(({ delivery }) => delivery)).toEqual(['read', 'read', 'sent'])
    expect(world.conversations.loaded()).toMatchObject([{ readUntil: SCENE + 90_000 }])
  }
})

test('raw and normalized of one file of Telegram, Slack or WeChat are one bubble where neither says where it is', () => {
  const raw = telegramPhoto(0)
  const normalized = telegramTwin(7, { fileId: 'f1' })
  for (const order of ordersOf([raw, normalized, raw, normalized])) {
    const world = playBodies(order, 'telegram')
    expect(shownIn(world)).toMatchObject([{ platformMessageId: '777:117' }])
    expect(world.conversations.loaded()).toMatchObject([{ unread: 1 }])
  }
})

test('where only one of them says where the file is, both stand: no file is ever lost to a guess', () => {
  const album = ['a', 'b', 'c'].map((name) =>
    telegramTwin(0, { url: `https://files.example.com/${name}` }),
  )
  for (const order of [...ordersOf(album), ...ordersOf([telegramPhoto(0), ...album])]) {
    const world = playBodies(order, 'telegram')
    const urls = world.media.loaded().flatMap(({ sourceUrl }) => sourceUrl ?? [])
    expect(new Set(urls).size).toBe(3)
    expect(shownIn(world)).toHaveLength(order.length)
  }
})

/** A picture that Telegram gives to the bot alone. */
function telegramPhoto(second: number) {
  const chat = { id: 777, type: 'private' }
  const photo = [{ file_id: 'a', width: 900 }]
  const date = SCENE / 1000 + second
  const message = { message_id: 117, from: { id: 777 }, chat, date, photo, caption: 'Look' }
  return { update_id: 117, message }
}

/** What Stella makes of it. */
function telegramTwin(second: number, where: object) {
  const timestamp = String(SCENE / 1000 + second)
  const data = { ...where, caption: 'Look' }
  return { from: '777', to: OURS, timestamp, type: 'IMAGE', data }
}

test('a message whose sender is the page is an echo, whether it says so or not', () => {
  const echo = {
    sender: { id: OURS },
    recipient: { id: THEIRS },
    timestamp: SCENE,
    message: { mid: 'e', text: 'Hi' },
  }
  const [message] = shownIn(playBodies([echo], 'messenger'))
  expect(message).toMatchObject({ author: 'page', content: { text: 'Hi' } })
})

test('ids beyond 53 bits stay apart, also where a sender writes them as numbers', () => {
  const botLines = (from: string, id: string) =>
    `{"ToUserName":"gh","FromUserName":${from},"CreateTime":${SCENE / 1000},"MsgType":"text","MsgId":${id},"Content":"ok"}`
  const bodies = [
    botLines('10150000000000001', '7311234567890123457'),
    botLines('10150000000000001', '7311234567890123458'),
    botLines('10150000000000002', '7311234567890123459'),
  ]
  const world = playBodies(bodies, 'wechat')
  expect(shownIn(world).map((message) => message.platformMessageId)).toEqual([
    '7311234567890123457',
    '7311234567890123458',
    '7311234567890123459',
  ])
  expect(world.members.loaded().map(({ externalId }) => externalId)).toEqual([
    '10150000000000001',
    '10150000000000002',
  ])
})

test('a member who changed the number goes on in one thread, whenever the notice of it comes', () => {
  const system = { type: 'user_changed_number', body: 'Roy changed', new_wa_id: NEW_NUMBER }
  const moved = rawMessage('moved', 5, { type: 'system', system })
  const bodies = [rawText('before', 1, 'Hello'), moved, rawText('early', 9, 'Me', NEW_NUMBER)]
  for (const order of ordersOf(bodies)) {
    const world = playBodies([...order, rawText('later', 20, 'Still me', NEW_NUMBER)])
    const threads = new Map(shownIn(world).map((message) => [message.platformMessageId, message]))
    expect([...threads.keys()]).toEqual(['before', 'early', 'later'])
    expect(threads.get('later')?.conversationId).toBe(threads.get('before')?.conversationId)
  }
})

test('what the list shows of a conversation is its newest line, though one proved to be a second sight', () => {
  // The first raw event takes the place of one normalized bubble and covers the other.
  const bodies = [normalizedText(0, 'ok'), normalizedText(200, 'ok'), rawText('a', 200, 'ok')]
  for (const order of ordersOf([...bodies, rawText('b', 0, 'ok'), rawText('c', 100, 'bye')])) {
    const world = playBodies(order)
    const newest = shownIn(world).at(-1)
    expect(shownIn(world)).toHaveLength(3)
    expect(world.conversations.loaded()).toMatchObject([{ lastMessageId: newest?.id, unread: 3 }])
  }
})

test('the list never shows a line that left the thread', () => {
  const original = messengerEvent(0, { message: { mid: 'm', text: 'one' } })
  const edit = messengerEvent(60, { message_edit: { mid: 'm', text: 'two', num_edit: 1 } })
  const between = messengerEvent(30, { message: { mid: 'n', text: 'and' } })
  for (const order of ordersOf([original, edit, between, normalizedText(60, 'two')])) {
    const world = playBodies(order, 'messenger')
    const [conversation] = world.conversations.loaded()
    const last = shownIn(world).find((message) => message.id === conversation?.lastMessageId)
    expect(last?.platformMessageId).toBe('n')
  }
})
