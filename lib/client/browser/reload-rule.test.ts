import { expect, test } from 'vitest'
import { reloadVerdict } from './reload-rule'

const SEEN = {
  heardMs: 3_600_000,
  isBroken: false,
  isHidden: false,
  isBusy: false,
  quietMs: 3_600_000,
  sinceReloadMs: undefined,
  jitter: 0.5,
}
const HIDDEN = { ...SEEN, isHidden: true }

test('a tab that nobody touches loads itself anew', () => {
  expect(reloadVerdict(SEEN)).toBe('reload')
  expect(reloadVerdict(HIDDEN)).toBe('reload')
})

test('no tab goes under somebody’s hands: one that is used is told after two minutes, and not before', () => {
  const used = { ...SEEN, quietMs: 59_999 }
  expect(reloadVerdict({ ...used, heardMs: 119_999 })).toBe('wait')
  expect(reloadVerdict(used)).toBe('tell')
})

test('a tab in which something would be lost stays as it is, seen or hidden, however long', () => {
  expect(reloadVerdict({ ...SEEN, isBusy: true })).toBe('tell')
  // Nobody reads it there; it is told when it is looked at.
  expect(reloadVerdict({ ...HIDDEN, isBusy: true })).toBe('wait')
})

test('hidden tabs go first, each tab at a moment of its own', () => {
  const due = (tab: typeof SEEN, jitter: number) => {
    let heardMs = 0
    while (reloadVerdict({ ...tab, heardMs, jitter }) !== 'reload') heardMs += 1_000
    return heardMs
  }
  expect([0, 0.5, 1].map((jitter) => due(HIDDEN, jitter))).toEqual([0, 15_000, 30_000])
  expect([0, 0.5, 1].map((jitter) => due(SEEN, jitter))).toEqual([30_000, 60_000, 90_000])
})

test('a tab whose parts are gone says so at once while it is used', () => {
  expect(reloadVerdict({ ...SEEN, heardMs: 0, quietMs: 0, isBroken: true })).toBe('tell')
})

test('while two builds answer by turns a tab does not load itself anew again and again', () => {
  expect(reloadVerdict({ ...SEEN, sinceReloadMs: 299_999 })).toBe('tell')
  expect(reloadVerdict({ ...SEEN, sinceReloadMs: 300_000 })).toBe('reload')
})
