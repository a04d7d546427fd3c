import { expect, test } from 'vitest'
import { replayOfChosen, withEventToggled } from './chosen-events'

const queue = [{ id: 7 }, { id: 8 }, { id: 9 }]

test('without a choice all of the quarantine is replayed, also what is not on the page', () => {
  expect(replayOfChosen(queue, new Set())).toEqual({
    isAll: false,
    what: 'quarantined',
  })
})

test('chosen events are replayed in the order of the page, and counted on the button', () => {
  expect(replayOfChosen(queue, new Set([9, 7]))).toEqual({
    isAll: false,
    what: [7, 9],
    count: 2,
  })
})

test('an event that was read meanwhile is not replayed', () => {
  expect(replayOfChosen(queue, new Set([5, 8])).what).toEqual([8])
})

test('the box over the list is checked when all that is shown is chosen', () => {
  expect(replayOfChosen(queue, new Set([7, 8, 9])).isAll).toBe(true)
})

test('one call never names more events than the server takes', () => {
  const many = Array.from({ length: 1_500 }, (_, id) => ({ id }))
  const { what } = replayOfChosen(many, new Set(many.map(({ id }) => id)))
  expect(what).toHaveLength(1_000)
})

test('choosing twice leaves out, and what was chosen before stays as it was', () => {
  const chosen = new Set([7])
  expect([...withEventToggled(chosen, 8)]).toEqual([7, 8])
  expect([...withEventToggled(chosen, 7)]).toEqual([])
  expect([...chosen]).toEqual([7])
})
