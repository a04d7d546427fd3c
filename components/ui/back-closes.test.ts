import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { hasLayer, leaveLayer, putLayer } from './back-closes'

/** The browser's history as far as it is used: entries with their state, and where we are among them. */
const history = {
  entries: [null] as unknown[],
  at: 0,
  get state() {
    return history.entries[history.at]
  },
  pushState(state: unknown) {
    history.entries = [...history.entries.slice(0, history.at + 1), state]
    history.at += 1
  },
  go(by: number) {
    history.at += by
  },
}

beforeEach(() => {
  history.entries = [null]
  history.at = 0
  vi.stubGlobal('window', { history })
})
afterEach(() => vi.unstubAllGlobals())

test('what lies over the page is one entry of the history, however often it is put there', () => {
  putLayer('panel')
  putLayer('panel')
  expect(history.at).toBe(1)
  expect(hasLayer('panel')).toBe(true)
})

test('Back takes away the uppermost and leaves what lies under it', () => {
  putLayer('panel')
  putLayer('picture')
  history.go(-1)
  expect([hasLayer('panel'), hasLayer('picture')]).toEqual([true, false])
})

test('closing what lies deeper goes back past all that lies over it', () => {
  putLayer('panel')
  putLayer('picture')
  leaveLayer('panel')
  expect(history.at).toBe(0)
})

test('what is not there any more takes nobody back', () => {
  putLayer('panel')
  leaveLayer('picture')
  expect(history.at).toBe(1)
})

test('an entry that another page made is no layer', () => {
  history.entries = [{ over: 'panel' }]
  expect(hasLayer('panel')).toBe(false)
  putLayer('panel')
  expect(hasLayer('panel')).toBe(true)
})
