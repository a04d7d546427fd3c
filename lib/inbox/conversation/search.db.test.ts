import { expect, test } from 'vitest'
import { listConversations } from '@/lib/db/conversation/conversations'
import { testInbox } from '@/lib/log/testing'
import { toConversationView } from '@/lib/view/conversation-view'

const inbox = testInbox()

const NOBODY = '00000000-0000-0000-0000-000000000000'
const AT = '1795754040'

/** A WhatsApp body with messages of one member. */
function raw(from: string, name: string, ...messages: object[]) {
  const contacts = [{ profile: { name }, wa_id: from }]
  return {
    contacts,
    messages: messages.map((message, place) => ({
      from,
      id: `${from}-${place}`,
      timestamp: AT,
      ...message,
    })),
  }
}

const text = (body: string) => ({ type: 'text', text: { body } })

async function findIn(channelId: string, q: string) {
  const page = await listConversations(inbox.ctx.sql, {
    view: 'all',
    viewerId: NOBODY,
    channelId,
    q,
  })
  return page.items.map((row) => toConversationView(row).member.name).sort()
}

test('a number is found as people write it, in ids, in cards and in what was said', async () => {
  const { id } = await inbox.channel()
  const card = { name: { formatted_name: 'Gloria' }, phones: [{ phone: '+852 5555 1234' }] }
  await inbox.receive(
    id,
    raw('85291230001', 'Mei', text('hi')),
    raw('85260000002', 'Otto', { type: 'contacts', contacts: [card] }),
    raw('85260000003', 'Roy', text('call me at 6677-8899, please')),
    raw('85260000004', 'Ida', text('9 1 2 3 pieces, and 91 23')),
  )
  for (const q of ['+852 9123 0001', '9123 0001', '9123-0001', '(852) 91230001', '0085291230001'])
    expect([q, await findIn(id, q)]).toEqual([q, ['Mei']])
  for (const q of ['5555 1234', '55551234', '+852-5555-1234'])
    expect([q, await findIn(id, q)]).toEqual([q, ['Otto']])
  for (const q of ['6677 8899', '66778899']) expect([q, await findIn(id, q)]).toEqual([q, ['Roy']])
  expect(await findIn(id, '9999 9999')).toEqual([])
})

test('what can be read in a bubble can be found, and what nobody reads can not', async () => {
  const { id } = await inbox.channel()
  const file = { id: 'm-pdf', mime_type: 'application/pdf', filename: 'warranty-4711.pdf' }
  const form = { name: 'flow', body: 'Sent', response_json: '{"city":"Kowloon"}' }
  const card = { name: { formatted_name: 'Gloria Ng' }, phones: [{ phone: '+852 5555 1234' }] }
  const item = {
    product_retailer_id: 'LAMP-9',
    quantity: 1,
    item_price: 5,
    currency: 'HKD',
  }
  const place = { latitude: 22.3, longitude: 114.1, name: 'Pier 4', address: 'Man Yiu St' }
  const tap = { type: 'button_reply', button_reply: { id: 'YES_PAYLOAD', title: 'Yes please' } }
  await inbox.receive(
    id,
    raw(
      '85291230001',
      'Mei',
      { type: 'document', document: file },
      { type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply: form } },
      { type: 'contacts', contacts: [card] },
      { type: 'order', order: { catalog_id: 'c', text: 'asap', product_items: [item] } },
      { type: 'location', location: place },
      { type: 'interactive', interactive: tap },
      {
        ...text('Is it in stock?'),
        context: { referred_product: { catalog_id: 'c', product_retailer_id: 'SHADE-3' } },
      },
    ),
    raw('85260000002', 'Otto', text('hello')),
  )
  const readable = ['warranty-4711', 'kowloon', 'Gloria Ng', 'LAMP-9', 'asap', 'Pier 4', 'man yiu']
  for (const q of [...readable, 'Yes please', '5555 1234', 'SHADE-3', 'pdf'])
    expect([q, await findIn(id, q)]).toEqual([q, ['Mei']])
  for (const q of ['YES_PAYLOAD', 'contacts', 'productId', 'choice', 'mediaIds', 'application/pdf'])
    expect([q, await findIn(id, q)]).toEqual([q, []])
})

test('what was deleted is not found, neither its words nor its file', async () => {
  const { id } = await inbox.channel('slack', 'A1')
  const event = (more: object) => ({
    type: 'event_callback',
    event: { type: 'message', channel: 'D1', user: 'U1', ts: `${AT}.000100`, ...more },
  })
  const files = [{ id: 'F1', name: 'secret-plan.pdf', mimetype: 'application/pdf' }]
  await inbox.receive(id, event({ text: 'not for you', files }))
  expect(await findIn(id, 'secret-plan')).toHaveLength(1)
  await inbox.receive(id, event({ subtype: 'message_deleted', deleted_ts: `${AT}.000100` }))
  for (const q of ['not for you', 'secret-plan']) expect(await findIn(id, q)).toEqual([])
})

test('anything may be looked for: signs of patterns are letters', async () => {
  const { id } = await inbox.channel()
  await inbox.receive(id, raw('85291230001', 'Mei', text('100%_sure (really) [x] \\ back')))
  for (const q of ['100%_s', '(really)', '[x]', '\\ b'])
    expect([q, await findIn(id, q)]).toEqual([q, ['Mei']])
  for (const q of [
    '%sure (x',
    '....',
    '(((((',
    '++++',
    '----',
    '1'.repeat(200),
    '()+/ -'.repeat(30),
  ])
    expect([q, await findIn(id, q)]).toEqual([q, []])
})
