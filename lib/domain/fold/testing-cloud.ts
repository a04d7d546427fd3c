/** Bodies as WhatsApp's Cloud API sends them, on a day of their own. */

/** The scene of testing-play, in seconds. */
const START_S = Date.UTC(2026, 10, 21, 9) / 1000
const OURS = '85211110000'
const THEIRS = '85291230001'

/** One change in its envelope. */
export function cloud(field: string, value: object) {
  const metadata = { display_phone_number: OURS, phone_number_id: '77' }
  const change = { field, value: { messaging_product: 'whatsapp', metadata, ...value } }
  return { object: 'whatsapp_business_account', entry: [{ id: '1', changes: [change] }] }
}

/** One message, `second` seconds into the scene. */
export function message(id: string, second: number, content: object, from = THEIRS) {
  return { from, id, timestamp: String(START_S + second), ...content }
}

export function text(id: string, second: number, body: string) {
  return message(id, second, { type: 'text', text: { body } })
}

export function image(id: string, second: number, caption: string) {
  const file = { id: 'm-jpg', mime_type: 'image/jpeg', caption }
  return message(id, second, { type: 'image', image: file })
}
