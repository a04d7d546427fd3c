import { expect, test } from 'vitest'
import { isSendKey } from './send-key'

const ENTER = {
  key: 'Enter',
  keyCode: 13,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  isComposing: false,
}

test('Enter sends, with and without a modifier', () => {
  expect(isSendKey(ENTER)).toBe(true)
  expect(isSendKey({ ...ENTER, ctrlKey: true })).toBe(true)
  expect(isSendKey({ ...ENTER, metaKey: true })).toBe(true)
})

test('Shift+Enter is a new line', () => {
  expect(isSendKey({ ...ENTER, shiftKey: true })).toBe(false)
})

test('the Enter that picks a word from an input method never sends', () => {
  expect(isSendKey({ ...ENTER, isComposing: true })).toBe(false)
  expect(isSendKey({ ...ENTER, keyCode: 229 })).toBe(false)
})

test('other keys never send', () => {
  expect(isSendKey({ ...ENTER, key: 'a', keyCode: 65 })).toBe(false)
})
