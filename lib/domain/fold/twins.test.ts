import { describe, expect, test } from 'vitest'
import { normalizedText, ordersOf, playBodies, rawMessage, shownIn } from './testing-play'

const PLACE = { latitude: 22.28, longitude: 114.15, name: 'Pier 4', address: 'Man Yiu Street' }
const CARD = {
  name: { formatted_name: 'Gloria Ng', first_name: 'Gloria' },
  phones: [{ phone: '+852 5555 1234', type: 'CELL', wa_id: '85255551234' }],
  emails: [{ email: 'gloria@example.com' }],
}
const ORDER = { product_items: [{ product_retailer_id: 'LAMP-9', quantity: 1 }] }

/** The same message of a member in its two forms, which come in any order and are one bubble. */
const TWINS: Record<string, { raw: object; normalized: object[]; kind: string }> = {
  'a place': {
    kind: 'location',
    raw: { type: 'location', location: PLACE },
    normalized: [
      misc({ type: 'LOCATION', ...PLACE }),
      misc({ type: 'location', location: PLACE }),
      misc({
        type: 'LOCATION',
        title: 'Pier 4',
        payload: { coordinates: { lat: 22.28, long: 114.15 } },
      }),
      misc({ type: 'LOCATION', latitude: '22.280001', longitude: '114.15' }),
      { type: 'LOCATION', data: PLACE },
    ],
  },
  'contact cards': {
    kind: 'contacts',
    raw: { type: 'contacts', contacts: [CARD] },
    normalized: [
      misc({ type: 'CONTACTS', contacts: [CARD] }),
      misc({ type: 'CONTACT', contact: CARD }),
      misc({ type: 'CONTACT', ...CARD }),
      misc({ type: 'CONTACT', name: 'Gloria Ng', phone: '85255551234' }),
      misc({ type: 'contact', payload: { name: 'Gloria Ng', phone: '+85255551234' } }),
      { type: 'CONTACTS', data: { contacts: [CARD] } },
    ],
  },
  'an order': {
    kind: 'order',
    raw: { type: 'order', order: ORDER },
    normalized: [misc({ type: 'ORDER', order: ORDER }), misc({ type: 'ORDER', ...ORDER })],
  },
}

describe.each(Object.entries(TWINS))('%s that comes raw and normalized', (_, twins) => {
  test.each(twins.normalized)('is one bubble, in either order: %j', (normalized) => {
    const both = [rawMessage('w1', 0, twins.raw), normalizedMessage(1, normalized)]
    for (const bodies of ordersOf(both)) {
      const shown = shownIn(playBodies(bodies))
      expect(shown.map(({ content }) => content.type)).toEqual([twins.kind])
      expect(shown[0]?.platformMessageId).toBe('w1')
    }
    const [alone] = shownIn(playBodies([normalizedMessage(1, normalized)]))
    expect(alone?.content.type).toBe(twins.kind)
  })
})

test('two places and two cards of other people stay two', () => {
  const bodies = [
    rawMessage('w1', 0, { type: 'location', location: PLACE }),
    normalizedMessage(1, misc({ type: 'LOCATION', latitude: 25.03, longitude: 121.56 })),
    normalizedMessage(2, misc({ type: 'CONTACT', name: 'Gloria Ng', phone: '1' })),
    normalizedMessage(3, misc({ type: 'CONTACT', name: 'Otto', phone: '1' })),
  ]
  expect(shownIn(playBodies(bodies))).toHaveLength(4)
})

test('several cards among the attachments are one bubble with all of them', () => {
  const two = {
    attachments: [
      { type: 'CONTACT', name: 'A', phone: '1' },
      { type: 'CONTACT', name: 'B', phone: '2' },
    ],
  }
  const [message] = shownIn(playBodies([normalizedMessage(1, { type: 'MISC', data: two })]))
  expect(message?.content).toMatchObject({ contacts: [{ name: 'A' }, { name: 'B' }] })
})

test('an attachment of these types that says nothing is shown as what it is', () => {
  for (const type of ['LOCATION', 'CONTACT'])
    expect(shownIn(playBodies([normalizedMessage(1, misc({ type }))]))[0]?.content.type).toBe(
      'unknown',
    )
})

function normalizedMessage(second: number, event: object) {
  return normalizedText(second, '', event)
}

function misc(attachment: object) {
  return { type: 'MISC', data: { attachments: [attachment] } }
}
