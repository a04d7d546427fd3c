import { expect, test } from 'vitest'
import type { Platform } from '@/lib/domain/channel/channel'
import { toPreview } from '@/lib/domain/message/content'
import { findKeyword } from '@/lib/domain/owner/keywords'
import { quotedIn } from '@/lib/i18n/reason'
import { readDelivery } from '../read-delivery'

/** Pieces that make readers slow who look at a text from each of its places anew. */
const PIECES = [
  '<',
  '<a',
  '<@',
  '<https://a|',
  '&',
  '&#',
  '&#x',
  ']]>',
  '<![CDATA[',
  '\\"',
  '\n ',
  'a ',
  '👋',
]
const LENGTH = 400_000
/** Of the processor, for one body: a reader that goes over its text twice takes a few ms. */
const TIME_MAX_MS = 1_500

function bodiesOf(text: string): [Platform, string][] {
  const entities = Array.from({ length: 2_000 }, (_, at) => ({
    type: 'text_link',
    offset: at,
    length: 1 + (at % 3),
    url: `https://a.example/${at}`,
  }))
  const message = { message_id: 1, chat: { id: 7, type: 'private' }, date: 1_599_537_000 }
  const slackEvent = { channel: 'D1', user: 'U1', ts: '1599537000.000100', text }
  return [
    ['telegram', JSON.stringify({ update_id: 1, message: { ...message, text, entities } })],
    ['telegram', JSON.stringify({ update_id: 1, message: { ...message, new_chat_title: text } })],
    [
      'slack',
      JSON.stringify({ type: 'event_callback', event: { type: 'message', ...slackEvent } }),
    ],
    [
      'wechat',
      `<xml><FromUserName>o1</FromUserName><MsgType>text</MsgType><Content>${text}</Content></xml>`,
    ],
    [
      'wechat',
      `<xml><FromUserName>o1</FromUserName><MsgType>text</MsgType><Content><![CDATA[${text}]]></Content></xml>`,
    ],
  ]
}

test.each(PIECES)(
  'a long row of %j is read at once on every platform, and shown in a line',
  (piece) => {
    for (const [platform, body] of bodiesOf(piece.repeat(LENGTH / piece.length))) {
      const started = process.cpuUsage()
      const context = { platform, externalId: 'ours', receivedAt: Date.UTC(2026, 10, 21) }
      const { facts } = readDelivery(Buffer.from(body), context)
      for (const fact of facts)
        if (fact.type === 'inbound') {
          expect(quotedIn(toPreview(fact.content)).length).toBeLessThanOrEqual(320)
          findKeyword(['person', 'a'], fact.content)
        }
      expect(process.cpuUsage(started).user / 1_000).toBeLessThan(TIME_MAX_MS)
    }
  },
)
