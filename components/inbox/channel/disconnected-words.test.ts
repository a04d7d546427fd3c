import { expect, test } from 'vitest'
import { english } from '@/lib/i18n/catalogues'
import { toDisconnectedWords } from './disconnected-words'

function channels(count: number, authorized: boolean) {
  return Array.from({ length: count }, (_, index) => ({
    id: `${index}`,
    name: `Shop ${index}`,
    platform: 'whatsapp' as const,
    authorized,
  }))
}

test('disconnected channels are named, and of many the first three', () => {
  const connected = channels(2, true)
  const title = (count: number) => {
    const words = toDisconnectedWords([...connected, ...channels(count, false)])
    return words && english.say(words.title)
  }
  expect(title(0)).toBeUndefined()
  expect(title(1)).toBe('Shop 0 is disconnected from Stella.')
  expect(title(2)).toBe('Shop 0 and Shop 1 are disconnected from Stella.')
  expect(title(5)).toBe('Shop 0, Shop 1, Shop 2 and 2 more are disconnected from Stella.')
})
