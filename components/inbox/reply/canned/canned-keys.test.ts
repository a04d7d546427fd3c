import { describe, expect, test } from 'vitest'
import { cannedSearchIn, toCannedAct, unfilledRangeIn } from './canned-keys'

describe('a slash offers canned replies', () => {
  test('at the start of the text, with the words after it as the search', () => {
    expect(cannedSearchIn('/')).toBe('')
    expect(cannedSearchIn('/opening hours')).toBe('opening hours')
  })

  test('and not inside a text, nor once there is a second line', () => {
    expect(cannedSearchIn('and/or')).toBeUndefined()
    expect(cannedSearchIn('/start\nis our command')).toBeUndefined()
  })
})

describe('while canned replies are offered', () => {
  const press = (key: string) => ({ key, shiftKey: false, isComposing: false })

  test('arrows go round', () => {
    expect(toCannedAct(press('ArrowDown'), { index: 2, count: 3 })).toEqual({ mark: 0 })
    expect(toCannedAct(press('ArrowUp'), { index: 0, count: 3 })).toEqual({ mark: 2 })
    expect(toCannedAct(press('ArrowUp'), { index: 0, count: 1 })).toEqual({ mark: 0 })
  })

  test('Enter and Tab pick, and Shift+Enter stays a new line', () => {
    const marked = { index: 0, count: 3 }
    expect(toCannedAct(press('Enter'), marked)).toBe('pick')
    expect(toCannedAct(press('Tab'), marked)).toBe('pick')
    expect(toCannedAct({ ...press('Enter'), shiftKey: true }, marked)).toBeUndefined()
  })

  test('other keys go on writing the search', () => {
    expect(toCannedAct(press('a'), { index: 0, count: 3 })).toBeUndefined()
  })

  test('with nothing found only Escape means something', () => {
    const none = { index: 0, count: 0 }
    expect(toCannedAct(press('Escape'), none)).toBe('dismiss')
    for (const key of ['Enter', 'Tab', 'ArrowDown', 'ArrowUp'])
      expect(toCannedAct(press(key), none)).toBeUndefined()
  })

  test('no key is taken from an input method', () => {
    for (const key of ['Enter', 'Escape', 'ArrowDown'])
      expect(
        toCannedAct({ ...press(key), isComposing: true }, { index: 0, count: 3 }),
      ).toBeUndefined()
  })
})

test('of a picked reply the first empty variable is selected, else its end', () => {
  const text = 'Hello {{member.name}}, this is {{agent.name}}'
  expect(text.slice(...unfilledRangeIn(text))).toBe('{{member.name}}')
  expect(unfilledRangeIn('Hello')).toEqual([5, 5])
})
