import { expect, test } from 'vitest'
import { findKeyword } from './keywords'

const WORDS = ['agent', 'real person', '真人', 'TALK_TO_PERSON']

test.each([
  ['AGENT please', 'agent'],
  ['I want a  Real\nPerson!', 'real person'],
  ['ＡＧＥＮＴ', 'agent'],
  ['我想找真人客服', '真人'],
  ['where is my parcel?', undefined],
  ['die Agentur', undefined],
  ['reagent', undefined],
  ['𝒶agent', undefined],
  ['👋agent👋', 'agent'],
])('“%s” asks by %s', (text, keyword) => {
  expect(findKeyword(WORDS, { type: 'text', text })).toBe(keyword)
})

test('a tapped button asks by its payload, and a caption by its words', () => {
  const tap = { type: 'choice', text: 'Yes', payload: 'talk_to_person' } as const
  expect(findKeyword(WORDS, tap)).toBe('TALK_TO_PERSON')
  expect(findKeyword(WORDS, { type: 'image', mediaIds: [], text: 'agent!' })).toBe('agent')
  expect(findKeyword([], tap)).toBeUndefined()
})

test('a text of nothing but the word, run together, costs no more than its length', () => {
  const text = 'agent'.repeat(40_000)
  const start = performance.now()
  expect(findKeyword(WORDS, { type: 'text', text })).toBeUndefined()
  expect(performance.now() - start).toBeLessThan(1_000)
})
