import { describe, expect, test } from 'vitest'
import { isHotkey, toKeyLabels } from './hotkeys'

describe('a key', () => {
  test('runs an action whatever Caps Lock says, but not with a modifier it was not given', () => {
    expect(isHotkey('j', press('j'))).toBe(true)
    expect(isHotkey('J', press('j'))).toBe(true)
    expect(isHotkey('j', press('j', { ctrlKey: true }))).toBe(false)
    expect(isHotkey('u', press('U', { shiftKey: true }))).toBe(false)
  })

  test('with Mod means Ctrl or ⌘', () => {
    expect(isHotkey('Mod+K', press('k', { ctrlKey: true }))).toBe(true)
    expect(isHotkey('Mod+K', press('k', { metaKey: true }))).toBe(true)
    expect(isHotkey('Mod+K', press('k'))).toBe(false)
  })

  test('that needs Shift on some keyboards is known by its sign', () => {
    expect(isHotkey('?', press('?', { shiftKey: true }))).toBe(true)
    expect(isHotkey('/', press('/'))).toBe(true)
    expect(isHotkey(']', press(']', { altKey: true }))).toBe(false)
  })

  test('is shown as it stands on the keyboard', () => {
    expect(toKeyLabels('Mod+k', true)).toEqual(['⌘', 'K'])
    expect(toKeyLabels('Mod+k', false)).toEqual(['Ctrl', 'K'])
    expect(toKeyLabels('Escape', false)).toEqual(['Esc'])
    expect(toKeyLabels('g m', false)).toEqual(['G', 'M'])
  })
})

function press(key: string, more: object = {}) {
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more }
}
