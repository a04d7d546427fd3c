import { expect, test } from 'vitest'
import { draftAfterSearch, toSearchAct } from './search-keys'

test('Escape leaves the search, the arrow goes down to the rows, Enter opens the first', () => {
  const act = (key: string) => toSearchAct({ key, isComposing: false })
  expect(['Escape', 'ArrowDown', 'Enter', 'ArrowUp', 'a'].map(act)).toEqual([
    'leave',
    'down',
    'open',
    undefined,
    undefined,
  ])
})

test('the keys with which an input method chooses a word open and empty nothing', () => {
  for (const key of ['Escape', 'ArrowDown', 'Enter'])
    expect(toSearchAct({ key, isComposing: true })).toBeUndefined()
})

test('words that were searched are in the address, and no draft any more', () => {
  expect(draftAfterSearch('roy', 'roy')).toBeUndefined()
})

test('letters typed while the search began are not lost', () => {
  expect(draftAfterSearch('royce', 'roy')).toBe('royce')
})

test('the space before the next word stays', () => {
  expect(draftAfterSearch('roy ', 'roy ')).toBe('roy ')
})

test('a box that was emptied meanwhile stays empty', () => {
  expect(draftAfterSearch(undefined, 'roy')).toBeUndefined()
})
