import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { paceFrames } from './frame-pace'

let page: EventTarget & { hidden: boolean }
let pictures: (() => void)[]
let taken: number[][]

beforeEach(() => {
  vi.useFakeTimers()
  page = Object.assign(new EventTarget(), { hidden: false })
  pictures = []
  taken = []
  vi.stubGlobal('document', page)
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => pictures.push(draw))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('frames that arrive before one picture are one update, in their order', () => {
  const pace = paceFrames<number>((frames) => taken.push(frames))
  for (const frame of [1, 2, 3]) pace.add(frame)
  expect(taken).toEqual([])
  pictures.shift()?.()
  expect(taken).toEqual([[1, 2, 3]])
  expect(pictures).toEqual([])
})

test('after a picture that took long the next waits as long, so that keys and clicks come in between', () => {
  const pace = paceFrames<number>((frames) => {
    taken.push(frames)
    vi.setSystemTime(Date.now() + 1)
    vi.advanceTimersByTime(80)
  })
  pace.add(1)
  pictures.shift()?.()
  vi.advanceTimersByTime(1)
  pace.add(2)
  vi.advanceTimersByTime(70)
  expect(pictures).toEqual([])
  vi.advanceTimersByTime(20)
  pictures.shift()?.()
  expect(taken).toEqual([[1], [2]])
})

test('where no picture comes, what arrived is shown all the same', () => {
  const pace = paceFrames<number>((frames) => taken.push(frames))
  pace.add(1)
  vi.advanceTimersByTime(500)
  pictures.shift()?.()
  expect(taken).toEqual([[1]])
})

test('a page that nobody sees is told at once, also of what still waited when it was left', () => {
  const pace = paceFrames<number>((frames) => taken.push(frames))
  pace.add(1)
  page.hidden = true
  page.dispatchEvent(new Event('visibilitychange'))
  expect(taken).toEqual([[1]])
  pace.add(2)
  expect(taken).toEqual([[1], [2]])
})
