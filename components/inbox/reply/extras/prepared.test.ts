import { expect, test } from 'vitest'
import { refusedBecause } from '@/lib/domain/reply/refusal'
import { templateSchema } from '@/lib/domain/reply/schema/template-schema'
import { EMPTY_DRAFTS, EXTRAS } from './kinds'
import { toPrepared } from './prepared'

test.each(EXTRAS)('an empty form of $kind draws nothing and says what is missing', ({ kind }) => {
  const platform = kind === 'quick-replies' || kind === 'carousel' ? 'messenger' : 'whatsapp'
  const { shown, reason } = toPrepared(EMPTY_DRAFTS[kind], platform, [])
  expect(shown).toBeUndefined()
  expect(reason).toBeDefined()
})

test('a draft is drawn as far as it has come, and can go once nothing is missing', () => {
  const draft = { ...EMPTY_DRAFTS.list, text: 'Which branch?' }
  expect(toPrepared(draft, 'whatsapp', undefined)).toMatchObject({
    shown: { type: 'list', text: 'Which branch?' },
    reason: refusedBecause('whatsapp', draft),
  })
  const place = { ...EMPTY_DRAFTS.location, latitude: 22.28, longitude: 114.15 }
  expect(toPrepared(place, 'whatsapp', undefined).reason).toBeUndefined()
})

test('a template shows its wording while it is filled, and waits for the last value', () => {
  const id = '5f3759df-0000-4000-8000-000000000001'
  const body = 'Hello {{1}}, it comes {{2}}.'
  const template = { id, ...templateSchema.parse({ name: 'parcel', language: 'en', body }) }
  const draftWith = (values: string[]) => ({ type: 'template', templateId: id, values }) as const
  const fill = (values: string[]) => toPrepared(draftWith(values), 'whatsapp', [template])
  expect(fill(['Mei'])).toMatchObject({
    shown: { text: 'Hello Mei, it comes {{2}}.' },
    reason: refusedBecause('whatsapp', draftWith(['Mei']), template),
  })
  expect(fill(['Mei', 'tomorrow'])).toMatchObject({
    shown: { text: 'Hello Mei, it comes tomorrow.' },
    reason: undefined,
  })
})
