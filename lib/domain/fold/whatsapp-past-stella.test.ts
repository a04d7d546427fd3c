import { expect, test } from 'vitest'
import { reason } from '@/lib/i18n/reason'
import { toPreview } from '../message/content'
import { cloud, image, message, text } from './testing-cloud'
import { OURS, ordersOf, playBodies, shownIn } from './testing-play'
import { seen } from './testing-seen'

const MEI = { profile: { name: 'Mei' }, wa_id: '85291230001' }
const MEI_BOTH = { ...MEI, user_id: 'HK.111' }
const MEI_HIDDEN = { profile: { name: 'Mei' }, user_id: 'HK.111' }
const OTTO_BOTH = { profile: { name: 'Otto' }, wa_id: '85291230009', user_id: 'HK.222' }
const HELLO = cloud('messages', {
  contacts: [MEI],
  messages: [text('w1', 40, 'Are you open today?')],
})

function edit(id: string, of: string, second: number, content: object) {
  return message(id, second, { type: 'edit', edit: { original_message_id: of, message: content } })
}

test('an edited text shows the new words, whatever comes first, and keeps the old ones', () => {
  const one = cloud('messages', { contacts: [MEI], messages: [text('w1', 40, 'At five')] })
  const two = cloud('messages', {
    contacts: [MEI],
    messages: [
      edit('w1e', 'w1', 70, { context: { id: 'M0' }, type: 'text', text: { body: 'At six' } }),
    ],
  })
  const three = cloud('messages', {
    contacts: [MEI],
    messages: [edit('w1f', 'w1', 90, { type: 'text', text: { body: 'At seven' } })],
  })
  for (const order of ordersOf([one, two, three])) {
    const [message] = shownIn(playBodies(order))
    expect(seen(order)).toMatchObject({ messages: [['member', 'At seven']], threads: 1 })
    expect(message?.context?.wordings?.map((each) => each.text)).toEqual([
      'At five',
      'At six',
      'At seven',
    ])
    expect(message?.context?.editedAt).toBeDefined()
  }
})

test('an edited caption changes and the photo stays, also where the edit brings no file or comes first', () => {
  const photo = cloud('messages', { contacts: [MEI], messages: [image('w1', 40, 'size S')] })
  const edits = [
    { type: 'image', image: { id: 'm-jpg', mime_type: 'image/jpeg', caption: 'size M' } },
    { type: 'image', image: { caption: 'size M' } },
    { type: 'text', text: { body: 'size M' } },
  ]
  for (const content of edits) {
    const change = cloud('messages', {
      contacts: [MEI],
      messages: [edit('w1e', 'w1', 70, content)],
    })
    for (const order of ordersOf([photo, change])) {
      const world = playBodies(order)
      expect(seen(order)).toMatchObject({ messages: [['member', 'size M']] })
      expect(shownIn(world)).toMatchObject([
        { content: { type: 'image', mediaIds: [expect.any(String)] } },
      ])
      expect(world.media.loaded()).toMatchObject([{ state: 'waiting', whatsappMediaId: 'm-jpg' }])
    }
  }
})

test('nobody edits the words of others, and a message that was revoked is deleted', () => {
  const foreign = cloud('messages', {
    contacts: [OTTO_BOTH],
    messages: [
      { ...edit('x', 'w1', 70, { type: 'text', text: { body: 'Never' } }), from: '85291230009' },
    ],
  })
  expect(seen([HELLO, foreign])).toMatchObject({
    messages: [['member', 'Are you open today?']],
    conversations: 1,
  })
  const revoke = cloud('messages', {
    contacts: [MEI],
    messages: [message('w1r', 60, { type: 'revoke', revoke: { original_message_id: 'w1' } })],
  })
  for (const order of ordersOf([HELLO, revoke]))
    expect(shownIn(playBodies(order))).toMatchObject([{ deletedAt: expect.any(Number) }])
})

function echo(id: string, second: number, content: object) {
  return { ...message(id, second, content, '85211110000'), to: '85291230001' }
}

test('what a colleague writes in the phone app is a line of our side, and answers', () => {
  const content = { type: 'text', text: { body: 'Yes, until nine' }, context: { id: 'w1' } }
  const answer = cloud('smb_message_echoes', { message_echoes: [echo('e1', 80, content)] })
  for (const order of ordersOf([HELLO, answer])) {
    const world = playBodies(order)
    expect(seen(order)).toMatchObject({
      messages: [
        ['member', 'Are you open today?'],
        ['phone', 'Yes, until nine'],
      ],
      threads: 1,
      unread: [0],
    })
    expect(shownIn(world)[1]?.replyToPlatformId).toBe('w1')
  }
  const later = cloud('messages', { contacts: [MEI], messages: [text('w2', 95, 'And on Sunday?')] })
  for (const order of ordersOf([HELLO, answer, later])) expect(seen(order).messages).toHaveLength(3)
  expect(seen([HELLO, answer, later]).unread).toEqual([1])
})

test('a colleague may edit and take back in the phone app too', () => {
  const first = cloud('smb_message_echoes', {
    message_echoes: [echo('e1', 80, { type: 'text', text: { body: 'Untill nine' } })],
  })
  const edited = cloud('smb_message_echoes', {
    message_echoes: [
      echo('e2', 90, {
        type: 'edit',
        edit: {
          original_message_id: 'e1',
          message: { type: 'text', text: { body: 'Until nine' } },
        },
      }),
    ],
  })
  for (const order of ordersOf([first, edited]))
    expect(seen(order)).toMatchObject({ messages: [['phone', 'Until nine']] })
})

test('an echo that proves to be the bot’s line is the bot’s line, whichever came first', () => {
  const echoed = cloud('message_echoes', {
    message_echoes: [echo('b1', 80, { type: 'text', text: { body: 'Hi' } })],
  })
  const bot = {
    type: 'BOT',
    messageEvent: {
      from: '85211110000',
      to: '85291230001',
      timestamp: 1795251080000,
      type: 'TEXT',
      data: { text: 'Hi' },
      messageId: 'b1',
    },
  }
  for (const order of ordersOf([echoed, bot])) expect(seen(order).messages).toEqual([['bot', 'Hi']])
})

test('a hidden number first and the number later are one person with one thread, in any order', () => {
  const hidden = cloud('messages', {
    contacts: [MEI_HIDDEN],
    messages: [
      { ...text('w1', 40, 'from a hidden number'), from: undefined, from_user_id: 'HK.111' },
    ],
  })
  const shown = cloud('messages', {
    contacts: [MEI_BOTH],
    messages: [{ ...text('w2', 41, 'now with number'), from_user_id: 'HK.111' }],
  })
  const third = cloud('messages', {
    contacts: [MEI_HIDDEN],
    messages: [{ ...text('w3', 42, 'hidden again'), from: undefined, from_user_id: 'HK.111' }],
  })
  for (const order of ordersOf([hidden, shown, third]))
    expect(seen(order)).toMatchObject({
      messages: [
        ['member', 'from a hidden number'],
        ['member', 'now with number'],
        ['member', 'hidden again'],
      ],
      threads: 1,
      conversations: 1,
      members: ['85291230001'],
    })
})

test('a mark, a status or an update that names both ids joins two threads, also without contacts', () => {
  const both = { from_user_id: 'HK.111' }
  const heart = { type: 'reaction', reaction: { message_id: 'w1', emoji: '❤' } }
  const taken = { type: 'revoke', revoke: { original_message_id: 'w1' } }
  const toBoth = { to: '85291230001', to_user_id: 'HK.111' }
  const sent = { id: 'b9', status: 'sent', timestamp: '1795251700' }
  const naming = [
    cloud('messages', { messages: [{ ...message('r', 60, heart), ...both }] }),
    cloud('messages', { messages: [{ ...message('r', 60, taken), ...both }] }),
    cloud('message_echoes', { message_echoes: [{ ...echo('r', 60, heart), ...toBoth }] }),
    cloud('message_echoes', { message_echoes: [{ ...echo('r', 60, taken), ...toBoth }] }),
    cloud('messages', {
      statuses: [{ ...sent, recipient_id: '85291230001', recipient_user_id: 'HK.111' }],
    }),
    cloud('user_id_update', { contacts: [MEI_BOTH], user_id_update: [{ user_id: 'HK.111' }] }),
    { contacts: [MEI_BOTH], user_id_update: [{ user_id: 'HK.111' }] },
  ]
  const hidden = cloud('messages', {
    contacts: [MEI_HIDDEN],
    messages: [{ ...text('w2', 41, 'hidden'), from: undefined, from_user_id: 'HK.111' }],
  })
  for (const names of naming)
    for (const order of ordersOf([HELLO, hidden, names]))
      expect(seen(order)).toMatchObject({
        messages: [
          ['member', 'Are you open today?'],
          ['member', 'hidden'],
        ],
        threads: 1,
        conversations: 1,
        members: ['85291230001'],
      })
})

test('a reaction that names both ids is taken back under either', () => {
  const sign = (id: string, second: number, emoji: string, who: object) =>
    cloud('messages', {
      messages: [
        {
          ...message(id, second, { type: 'reaction', reaction: { message_id: 'w2', emoji } }),
          ...who,
        },
      ],
    })
  const hidden = cloud('messages', {
    contacts: [MEI_HIDDEN],
    messages: [{ ...text('w2', 41, 'hidden'), from: undefined, from_user_id: 'HK.111' }],
  })
  const put = sign('r1', 60, '❤', { from_user_id: 'HK.111' })
  for (const who of [{}, { from: undefined, from_user_id: 'HK.111' }]) {
    const world = playBodies([hidden, put, sign('r2', 70, '', who)])
    expect(world.reactions.loaded().filter(({ emoji }) => emoji !== null)).toEqual([])
  }
})

test('a group is nobody’s other name, and an update that names one id stays ignored', () => {
  const group = { recipient_id: 'group-1', recipient_type: 'group', recipient_user_id: 'HK.111' }
  const status = { id: 'b9', status: 'sent', timestamp: '1795251700', ...group }
  expect(playBodies([cloud('messages', { statuses: [status] })]).aliases.loaded()).toEqual([])
  const update = cloud('user_id_update', { contacts: [MEI], user_id_update: [{}] })
  expect(playBodies([update]).outcomes.loaded().at(-1)).toMatchObject({
    outcome: 'ignored',
    rule: JSON.stringify(reason('delivery.rule.change', { field: 'user_id_update' })),
  })
})

test('who wrote it is decided by id, never by place in the contacts', () => {
  const otto = { ...text('w2', 40, 'I am Otto'), from: undefined, from_user_id: 'HK.222' }
  const both = cloud('messages', { contacts: [MEI_BOTH, OTTO_BOTH], messages: [otto] })
  expect(seen([both])).toMatchObject({
    messages: [['member', 'I am Otto']],
    members: ['85291230009'],
  })
  const stranger = cloud('messages', { contacts: [MEI_BOTH], messages: [otto] })
  const world = playBodies([stranger])
  expect(world.members.loaded()).toMatchObject([{ externalId: 'HK.222', profileName: null }])
  const anonymous = { ...text('w3', 41, 'Who am I?'), from: undefined }
  const unclear = playBodies([
    cloud('messages', { contacts: [MEI_BOTH, OTTO_BOTH], messages: [anonymous] }),
  ])
  expect(unclear.outcomes.loaded().at(-1)).toMatchObject({ outcome: 'quarantined' })
  expect(unclear.conversations.loaded()).toEqual([])
})

test('a number that is written with and without its optional digit is one', () => {
  const body = cloud('messages', {
    contacts: [{ profile: { name: 'Bia' }, wa_id: '5511987654321' }],
    messages: [{ ...text('w1', 40, 'Oi'), from: '551187654321' }],
  })
  expect(playBodies([body]).members.loaded()).toMatchObject([{ profileName: 'Bia' }])
})

function permission(id: string, second: number, reply: object) {
  const interactive = { type: 'call_permission_reply', call_permission_reply: reply }
  return cloud('messages', {
    contacts: [MEI],
    messages: [message(id, second, { type: 'interactive', context: { id: 'q' }, interactive })],
  })
}

test('allowing and declining calls are told apart in words', () => {
  const yes = permission('w1', 40, {
    response: 'accept',
    is_permanent: false,
    expiration_timestamp: 1796358840,
    response_source: 'user_action',
  })
  const no = permission('w2', 45, { response: 'reject', response_source: 'user_action' })
  expect(shownIn(playBodies([yes, no])).map(({ content }) => toPreview(content))).toEqual([
    reason('message.calls.allowed'),
    reason('message.calls.declined'),
  ])
  const until = { at: Date.UTC(2026, 11, 4, 4, 34), as: 'date' as const }
  expect(shownIn(playBodies([yes]))).toMatchObject([
    { content: { detail: reason('message.calls.until', { date: until }) } },
  ])
})

function call(second: number, more: object) {
  const ends = { id: 'c1', from: '85291230001', to: '85211110000' }
  return cloud('calls', {
    contacts: [MEI],
    calls: [
      { ...ends, direction: 'USER_INITIATED', timestamp: String(1795251600 + second), ...more },
    ],
  })
}

test('a call is one line that says how it ended', () => {
  const began = call(42, { event: 'connect' })
  const missed = call(70, { event: 'terminate', status: 'FAILED' })
  for (const order of ordersOf([HELLO, began, missed]))
    expect(seen(order)).toMatchObject({ notes: [['call-missed', null]], threads: 1 })
  const taken = call(70, { event: 'terminate', status: 'COMPLETED', duration: 28 })
  for (const order of ordersOf([began, taken]))
    expect(seen(order)).toMatchObject({ notes: [['call-taken', '28']], conversations: 1 })
  const ours = call(42, {
    event: 'connect',
    direction: 'BUSINESS_INITIATED',
    from: '85211110000',
    to: '85291230001',
  })
  expect(seen([ours])).toMatchObject({ notes: [['our-call', null]], members: ['85291230001'] })
})

function wish(value: string, second: number) {
  const about = { wa_id: '85291230001', category: 'marketing_messages', value }
  return cloud('user_preferences', {
    contacts: [MEI],
    user_preferences: [{ ...about, timestamp: 1795251600 + second }],
  })
}

test('who stops marketing is marked, in whatever order it comes, and makes no conversation', () => {
  const [stop, resume, stopAgain] = [wish('stop', 45), wish('resume', 50), wish('stop', 60)]
  for (const order of ordersOf([HELLO, stop, resume, stopAgain])) {
    const world = playBodies(order)
    expect(world.members.loaded()).toMatchObject([{ marketing: 'stop' }])
    expect(seen(order)).toMatchObject({ conversations: 1 })
    expect(world.activities.loaded().map(({ conversationId }) => conversationId)).toEqual(
      Array(3).fill(world.conversations.loaded()[0]?.id),
    )
  }
  expect(seen([stop])).toMatchObject({ conversations: 0, notes: [['marketing-stopped', null]] })
})

test('echo, call and preference are understood without the envelope', () => {
  const flat = (key: string, element: object) => ({
    messaging_product: 'whatsapp',
    contacts: [MEI],
    [key]: [element],
  })
  const echoed = flat(
    'message_echoes',
    echo('e1', 40, { type: 'text', text: { body: 'from the phone' } }),
  )
  const called = flat('calls', {
    id: 'c1',
    from: '85291230001',
    to: '85211110000',
    event: 'connect',
    timestamp: '1795251040',
  })
  const wished = flat('user_preferences', {
    wa_id: '85291230001',
    category: 'marketing_messages',
    value: 'resume',
    timestamp: 1795251045,
  })
  expect(seen([echoed, called, wished])).toMatchObject({
    messages: [['phone', 'from the phone']],
    notes: [
      ['call', null],
      ['marketing-resumed', null],
    ],
    members: ['85291230001'],
  })
})

test('neither the channel itself nor an account of the platform gets a thread', () => {
  const self = { from: OURS, to: OURS, timestamp: '1795251040', type: 'TEXT', data: { text: 'x' } }
  const status = cloud('messages', {
    messages: [{ ...text('w1', 40, 'x'), from: 'status@broadcast' }],
  })
  for (const body of [self, status]) {
    const world = playBodies([body])
    expect(world.conversations.loaded()).toEqual([])
    expect(world.outcomes.loaded().at(-1)).toMatchObject({ outcome: 'ignored' })
  }
  const notice = { type: 'user_identity_changed', body: 'Security code changed' }
  const alone = cloud('messages', {
    messages: [message('s', 40, { type: 'system', system: notice })],
  })
  expect(seen([alone])).toMatchObject({
    conversations: 0,
    notes: [['identity-changed', 'Security code changed']],
  })
  for (const order of ordersOf([alone, HELLO]))
    expect(seen(order)).toMatchObject({ conversations: 1 })
})
