import { expect, test } from 'vitest'
import { toSteady } from './steady-list'

const roy = row('roy', '10:02')
const mei = row('mei', '10:01')
const lin = row('lin', '10:00')

test('a row that got news keeps its place under the pointer and shows the news', () => {
  const linNow = row('lin', '10:05')
  expect(toSteady([roy, mei, lin], [linNow, roy, mei])).toEqual({
    rows: [roy, mei, linNow],
    updated: 1,
  })
})

test('a new conversation waits until the pointer is gone', () => {
  const { rows, updated } = toSteady([roy, mei], [row('new', '10:06'), roy, mei])
  expect(rows).toEqual([roy, mei])
  expect(updated).toBe(1)
})

test('a conversation that left the view stays where it is until then', () => {
  expect(toSteady([roy, mei], [mei])).toEqual({ rows: [roy, mei], updated: 1 })
})

test('news that moves nothing shows at once', () => {
  const royNow = row('roy', '10:09')
  expect(toSteady([roy, mei], [royNow, mei])).toEqual({ rows: [royNow, mei], updated: 0 })
})

test('older rows loaded below are not news', () => {
  expect(toSteady([roy, mei], [roy, mei, lin])).toEqual({ rows: [roy, mei, lin], updated: 0 })
})

function row(id: string, lastActivityAt: string) {
  return { id, lastActivityAt }
}
