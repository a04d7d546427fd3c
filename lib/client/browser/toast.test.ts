import { afterEach, expect, test, vi } from 'vitest'
import { dismissToast, showToastsOn, toast, toastProblem, waitingToasts } from './toast'

let stop = () => {}
afterEach(() => stop())

function screen() {
  const shown = { show: vi.fn(), dismiss: vi.fn() }
  stop = showToastsOn(shown)
  return shown
}

test('what is said before anything can show it is shown as soon as something can', () => {
  toast('Copied.')
  toastProblem('Not saved.')
  expect(waitingToasts()).toHaveLength(2)
  const { show } = screen()
  expect(show.mock.calls.map(([{ words, isProblem }]) => [words, isProblem])).toEqual([
    ['Copied.', false],
    ['Not saved.', true],
  ])
  expect(waitingToasts()).toEqual([])
})

test('a later one of the same id stands for the earlier one, and one that was taken away is not shown', () => {
  toast('Saved.', { id: 'mine' })
  toast('Saved again.', { id: 'mine' })
  dismissToast(toast('Undo?'))
  const { show } = screen()
  expect(show.mock.calls.map(([{ words }]) => words)).toEqual(['Saved again.'])
})

test('what is on screen is taken away there', () => {
  const { show, dismiss } = screen()
  const id = toast('Sent.')
  expect(show).toHaveBeenCalledTimes(1)
  dismissToast(id)
  expect(dismiss).toHaveBeenCalledWith(id)
})
