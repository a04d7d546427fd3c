import { expect, test } from 'vitest'
import { stepsOutOfSight } from './hand-over-steps'

const step = (text: string, lines = 1) => ({
  bot: Array.from({ length: lines }, () => `${text}?`),
  answers: [text],
})

test('what stands in the bubbles right above the card is not told again', () => {
  expect(stepsOutOfSight([step('order'), step('colour'), step('size')])).toEqual([])
  expect(stepsOutOfSight([])).toEqual([])
})

test('what lies further up is told, oldest first', () => {
  const steps = ['order', 'colour', 'size', 'city', 'name'].map((text) => step(text))
  expect(stepsOutOfSight(steps)).toEqual([step('order')])
})

test('of one long step its beginning is told', () => {
  const answers = Array.from({ length: 10 }, (_, at) => `line ${at}`)
  expect(stepsOutOfSight([{ bot: ['Tell me'], answers }])).toEqual([
    { bot: ['Tell me'], answers: ['line 0', 'line 1'] },
  ])
})
