import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reason, toSaid } from '@/lib/i18n/reason'
import { fillTemplate, templateUnfilledBecause } from './fill-template'
import { templateSchema } from './schema/template-schema'
import { templateVariablesOf } from './template'

const ORDER = templateSchema.parse({
  name: 'order_update',
  language: 'en',
  header: { format: 'text', text: 'Order {{1}}' },
  body: 'Hello {{1}}, your parcel comes {{2}}. Bye {{1}}!',
  footer: 'Shop HK',
  buttons: [
    { type: 'answer', title: 'Thanks' },
    { type: 'link', title: 'Track', url: 'https://shop.example/track/{{1}}' },
  ],
})

test('every variable is asked for once, header first, then the body, then the buttons', () => {
  expect(templateVariablesOf(ORDER).map(({ part, label }) => [part, label])).toEqual([
    ['header', '{{1}}'],
    ['body', '{{1}}'],
    ['body', '{{2}}'],
    ['button', reason('reply.template.buttonAddress', { title: 'Track' })],
  ])
})

test('the preview is the whole wording with the values in it', () => {
  const filled = fillTemplate(ORDER, ['HK-1', 'Roy', 'tomorrow', 'abc'])
  expect(filled.text).toBe('Order HK-1\nHello Roy, your parcel comes tomorrow. Bye Roy!\nShop HK')
  expect(filled.titles).toEqual(['Thanks', 'Track'])
  expect(filled).toMatchObject({
    header: { format: 'text', value: 'HK-1' },
    body: ['Roy', 'tomorrow'],
    buttons: [{ index: 1, value: 'abc' }],
  })
})

test('a gap stays visible in the preview and blocks sending with the reason', () => {
  expect(fillTemplate(ORDER, ['HK-1', 'Roy', '', 'abc']).text).toContain('comes {{2}}.')
  expect(templateUnfilledBecause(ORDER, ['HK-1', 'Roy', ' ', 'abc'])).toEqual(
    reason('reply.template.fillIn', { field: '{{2}}' }),
  )
  expect(templateUnfilledBecause(ORDER, [])).toEqual(
    reason('reply.template.fillInHeader', { field: '{{1}}' }),
  )
  expect(templateUnfilledBecause(ORDER, ['HK-1', 'Roy', 'tomorrow', 'abc'])).toBeUndefined()
  expect(templateUnfilledBecause(ORDER, ['1', '2', '3', '4', '5'])).toEqual(
    reason('reply.template.tooManyValues'),
  )
  expect(templateUnfilledBecause(ORDER, ['HK-1', 'Roy\nLee', 'tomorrow', 'abc'])).toEqual(
    reason('reply.template.spaced', { field: '{{1}}' }),
  )
})

test('a picture in the header is an address that the platform can fetch', () => {
  const picture = templateSchema.parse({
    name: 'sale',
    language: 'zh_HK',
    header: { format: 'image' },
    body: '減價',
  })
  expect(templateUnfilledBecause(picture, ['http://shop.example/a.png'])).toEqual(
    reason('reply.template.needsHttps', {
      field: reason('reply.template.fileAddress', { format: 'image' }),
    }),
  )
  expect(templateUnfilledBecause(picture, ['https://shop.example/a.png'])).toBeUndefined()
  expect(fillTemplate(picture, ['https://shop.example/a.png']).text).toBe('[image]\n減價')
})

test.each([
  [{ name: 'Order Update' }, 'reply.template.nameLetters'],
  [{ language: 'English' }, 'reply.template.language'],
  [{ body: '' }, 'reply.template.noBody'],
  [{ body: 'Hello {{2}}' }, 'reply.template.gap'],
  [{ header: { format: 'text', text: '{{1}} and {{2}}' } }, 'reply.template.headerVariables'],
  [{ buttons: [{ type: 'link', title: 'Track', url: 'ftp://x' }] }, 'reply.template.address'],
])('a catalogue entry with %j is refused: %s', (wrong, key) => {
  const given = { name: 'order_update', language: 'en', body: 'Hello', ...wrong }
  const parsed = templateSchema.safeParse(given)
  expect(parsed.success).toBe(false)
  expect(toSaid(parsed.error?.issues[0]?.message ?? '')).toMatchObject({ key })
})

test('with every value given, no mark is left and every value stands in the wording', () => {
  const value = fc.string({ minLength: 1, maxLength: 30 }).filter((text) => /^[^{}\s]+$/.test(text))
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 9 }), (values) => {
      const marks = values.map((_, place) => `{{${place + 1}}}`)
      const body = `Hi ${marks.toReversed().join(' and ')}.`
      const template = templateSchema.parse({ name: 'any', language: 'en', body })
      expect(templateUnfilledBecause(template, values)).toBeUndefined()
      const { text } = fillTemplate(template, values)
      expect(text).toBe(`Hi ${values.toReversed().join(' and ')}.`)
    }),
  )
})
