import { describe, expect, test } from 'vitest'
import type { Platform } from '@/lib/domain/channel/channel'
import type { World } from '@/lib/domain/fold/world'
import { english } from '@/lib/i18n/catalogues'
import { ordersOf, playBodies, SCENE, shownIn } from './testing-play'

/*
 * Deliveries as other inboxes got them wrong in public, of Telegram, Slack and WeChat: what a person sees of them, and
 * that each of them once more adds nothing.
 */

const AT = SCENE / 1000

/** Plays the bodies, then all of them once more, and sees the same. */
function seen(platform: Platform, bodies: unknown[]) {
  const once = summaryOf(playBodies(bodies, platform))
  expect(summaryOf(playBodies([...bodies, ...bodies], platform))).toEqual(once)
  return once
}

function summaryOf(world: World) {
  expect(world.outcomes.loaded().flatMap(({ error }) => error ?? [])).toEqual([])
  return {
    members: world.members.loaded().map(({ externalId }) => externalId),
    bubbles: shownIn(world).map(({ author, content, deletedAt, context }) => ({
      author,
      text: 'text' in content ? content.text : undefined,
      ...('label' in content ? { label: content.label } : {}),
      ...(deletedAt === null ? {} : { deleted: true }),
      ...(context?.editedAt ? { edited: true } : {}),
    })),
    activities: world.activities
      .loaded()
      .filter(({ kind }) => kind !== 'reopened')
      .map(({ kind, detail }) => (detail ? `${kind}: ${english.say(detail)}` : kind)),
  }
}

describe('Telegram', () => {
  const nadia = { id: 4400, is_bot: false, first_name: 'Nadia' }
  const chat = { id: 4400, type: 'private', first_name: 'Nadia' }
  const message = (id: number, more: object) => ({
    message_id: id,
    from: nadia,
    chat,
    date: AT,
    ...more,
  })
  const business = { business_connection_id: 'bc1' }

  test('a link that hides behind words can be seen, and its normalized twin is no second bubble', () => {
    const text = '👋 read this, please'
    const entities = [
      { type: 'text_link', offset: 8, length: 4, url: 'https://shop.example/returns' },
    ]
    const raw = { update_id: 1, message: message(102, { text, entities }) }
    const twin = {
      from: '4400',
      to: '85268227287',
      timestamp: String(AT),
      type: 'TEXT',
      data: { text },
    }
    for (const bodies of ordersOf([raw, twin]))
      expect(seen('telegram', bodies).bubbles).toEqual([
        { author: 'member', text: '👋 read this (https://shop.example/returns), please' },
      ])
  })

  test('a message to the business account, changed, answered there and taken back', () => {
    const text = (words: string, more: object = {}) =>
      message(103, { text: words, ...business, ...more })
    const shop = { id: 555, is_bot: false, first_name: 'Shop' }
    const bodies = [
      { update_id: 2, business_message: text('Is the blue one in stock?') },
      {
        update_id: 3,
        edited_business_message: text('Is the red one in stock?', { edit_date: AT + 20 }),
      },
      {
        update_id: 4,
        business_message: message(104, {
          from: shop,
          text: 'Two left',
          ...business,
          date: AT + 40,
        }),
      },
      // The bot's own chat with the same person counts anew.
      { update_id: 5, message: message(103, { text: 'Hello bot', date: AT + 60 }) },
    ]
    const changed = { author: 'member', text: 'Is the red one in stock?', edited: true }
    const rest = [
      expect.objectContaining({ text: 'Two left' }),
      { author: 'member', text: 'Hello bot' },
    ]
    expect(seen('telegram', bodies)).toEqual({
      members: ['4400'],
      bubbles: [changed, ...rest],
      activities: [],
    })
    const gone = { business_connection_id: 'bc1', chat, message_ids: [103] }
    const withdrawn = [...bodies, { update_id: 6, deleted_business_messages: gone }]
    expect(seen('telegram', withdrawn).bubbles).toEqual([{ ...changed, deleted: true }, ...rest])
    expect(summaryOf(playBodies(withdrawn.toReversed(), 'telegram')).bubbles).toEqual([
      { ...changed, deleted: true },
      ...rest,
    ])
  })

  test('dice, a story, a game and a gift are named for what they are, however they came', () => {
    const bodies = [
      {
        update_id: 7,
        message: message(108, {
          forward_origin: { type: 'user', date: AT },
          forward_date: AT,
          dice: { emoji: '🎲', value: 4 },
        }),
      },
      {
        update_id: 8,
        message: message(109, {
          message_thread_id: 7,
          is_topic_message: true,
          story: { id: 3, chat: { id: 4400, type: 'private' } },
        }),
      },
      {
        update_id: 9,
        message: message(110, {
          via_bot: { id: 9, is_bot: true, first_name: 'G' },
          game: { title: 'Chess', description: 'x', photo: [] },
        }),
      },
      {
        update_id: 10,
        message: message(111, {
          has_protected_content: true,
          sender_boost_count: 1,
          gift: { gift: { id: '1' } },
        }),
      },
    ]
    expect(seen('telegram', bodies).bubbles).toMatchObject([
      { label: 'dice', text: '🎲 4' },
      { label: 'story' },
      { label: 'game', text: 'Chess\nx' },
      { label: 'gift' },
    ])
  })

  test('who blocked the bot stands in the thread, and again when they let it in', () => {
    const standing = (status: string, second: number) => ({
      update_id: second,
      my_chat_member: { chat, from: nadia, date: AT + second, new_chat_member: { status } },
    })
    const hello = { update_id: 1, message: message(1, { text: 'hi' }) }
    const bodies = [hello, standing('kicked', 10), standing('member', 20)]
    expect(seen('telegram', bodies).activities).toEqual(['blocked', 'unblocked'])
  })

  test('what is noted of somebody who never wrote makes no conversation', () => {
    const group = { id: -7, type: 'group', title: 'Team' }
    const bodies = [
      { update_id: 1, my_chat_member: { chat, date: AT, new_chat_member: { status: 'kicked' } } },
      { update_id: 2, message: { ...message(1, { new_chat_title: 'Sale' }), chat: group } },
    ]
    expect(seen('telegram', bodies).members).toEqual([])
    expect(playBodies(bodies, 'telegram').conversations.loaded()).toEqual([])
  })

  test('a group that grew keeps its one thread', () => {
    const group = (id: number, type: string) => ({ id, type, title: 'Team' })
    const bodies = [
      { update_id: 1, message: { ...message(1, { text: 'small' }), chat: group(-5, 'group') } },
      {
        update_id: 2,
        message: { ...message(2, { migrate_to_chat_id: -1005 }), chat: group(-5, 'group') },
      },
      {
        update_id: 3,
        message: { ...message(1, { migrate_from_chat_id: -5 }), chat: group(-1005, 'supergroup') },
      },
      {
        update_id: 4,
        message: { ...message(2, { text: 'large' }), chat: group(-1005, 'supergroup') },
      },
    ]
    const { members, bubbles, activities } = seen('telegram', bodies)
    expect(members).toEqual(['-5'])
    expect(bubbles.map(({ text }) => text)).toEqual(['small', 'large'])
    expect(activities).toEqual(['id-changed: The group continues under a new ID'])
  })
})

describe('Slack', () => {
  const event = (id: string, more: object) => ({
    token: 'x',
    team_id: 'T1',
    api_app_id: 'A0SHOP',
    type: 'event_callback',
    event_id: id,
    event_time: AT,
    event: { type: 'message', channel: 'D01', channel_type: 'im', ...more },
  })

  test('text reads as its writer typed it, and its normalized twin is no second bubble', () => {
    const text =
      'Tom &amp; Ann: 3 &lt; 5. <@U99|ops> see <https://shop.example/faq|our FAQ>, <https://shop.example/a?b=1&amp;c=2> or <mailto:help@shop.example|help@shop.example> in <#C01|general> <!here>'
    const raw = event('Ev18', { user: 'U01', ts: `${AT}.000100`, text })
    const twin = {
      from: 'U01',
      to: '85268227287',
      timestamp: String(AT),
      type: 'TEXT',
      data: { text },
    }
    for (const bodies of ordersOf([raw, twin]))
      expect(seen('slack', bodies).bubbles).toEqual([
        {
          author: 'member',
          text: 'Tom & Ann: 3 < 5. @ops see our FAQ (https://shop.example/faq), https://shop.example/a?b=1&c=2 or help@shop.example in #general @here',
        },
      ])
  })

  test('a tombstone marks the first message of a thread as deleted, and is nobody’s', () => {
    const first = `${AT}.000100`
    const bodies = [
      event('Ev20', { user: 'U01', ts: first, text: 'secret' }),
      event('Ev21', { user: 'U01', ts: `${AT + 5}.000200`, thread_ts: first, text: 'an answer' }),
      event('Ev22', {
        subtype: 'message_changed',
        hidden: true,
        ts: `${AT + 9}.000300`,
        message: {
          type: 'message',
          subtype: 'tombstone',
          user: 'USLACKBOT',
          hidden: true,
          text: 'This message was deleted.',
          ts: first,
          thread_ts: first,
          reply_count: 1,
        },
        previous_message: { type: 'message', user: 'U01', text: 'secret', ts: first },
      }),
    ]
    for (const order of ordersOf(bodies))
      expect(seen('slack', order)).toEqual({
        members: ['U01'],
        bubbles: [
          { author: 'member', text: 'secret', deleted: true },
          { author: 'member', text: 'an answer' },
        ],
        activities: [],
      })
    expect(seen('slack', bodies.slice(2)).members).toEqual([])
  })
})

describe('WeChat', () => {
  const xml = (inner: string) =>
    `<xml><ToUserName><![CDATA[gh_shop]]></ToUserName><FromUserName><![CDATA[oUser1]]></FromUserName><CreateTime>${AT}</CreateTime>${inner}</xml>`
  const event = (name: string, key: string) =>
    xml(
      `<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[${name}]]></Event><EventKey><![CDATA[${key}]]></EventKey>`,
    )
  const hi = xml(
    '<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[hi]]></Content><MsgId>1</MsgId>',
  )

  test.each(['SCAN', 'scan'])('%s: the thread says by which code the follower came', (name) => {
    expect(seen('wechat', [hi, event(name, 'table-7')])).toEqual({
      members: ['oUser1'],
      bubbles: [{ author: 'member', text: 'hi' }],
      activities: ['came-by-code: table-7'],
    })
  })

  test('who unfollows is told in the thread', () => {
    expect(seen('wechat', [hi, event('unsubscribe', '')]).activities).toEqual(['unfollowed'])
  })

  test('a place picked by the menu and its own message are one bubble', () => {
    const place =
      '<Location_X>22.2833</Location_X><Location_Y>114.1577</Location_Y><Label>Pier 4</Label>'
    const picked = xml(
      `<MsgType>event</MsgType><Event>location_select</Event><SendLocationInfo>${place}</SendLocationInfo>`,
    )
    const sentLocation = xml(`<MsgType>location</MsgType>${place}<MsgId>9</MsgId>`)
    for (const bodies of ordersOf([picked, sentLocation]))
      expect(seen('wechat', bodies).bubbles).toHaveLength(1)
  })

  test('a phone that tells its place every few seconds is one line', () => {
    const at = (second: number) =>
      xml(
        '<MsgType>event</MsgType><Event>LOCATION</Event><Latitude>22.28325</Latitude><Longitude>114.15765</Longitude><Precision>40</Precision>',
      ).replace(String(AT), String(AT + second))
    expect(seen('wechat', [hi, at(0), at(5), at(10)]).activities).toEqual([
      'was-at: 22.28325, 114.15765 (to 40 m)',
    ])
  })
})
