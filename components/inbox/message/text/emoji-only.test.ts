import { expect, test } from 'vitest'
import { isEmojiOnly } from './emoji-only'

test.each(['😀', '👍🏽', '👨‍👩‍👧‍👦', '🇭🇰', '❤️', '1️⃣', ' 🎉 🎉 🎉 '])('%s is shown large', (text) => {
  expect(isEmojiOnly(text)).toBe(true)
})

test.each(['', ' ', '😀😀😀😀', '1', '©', '😀 ok', '好', '👍.'])('%j is shown as text', (text) => {
  expect(isEmojiOnly(text)).toBe(false)
})
