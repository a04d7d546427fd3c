import { expect, test } from 'vitest'
import type { MediaView } from '@/lib/domain/media/media-view'
import { toStateWords } from './media-space'

const words = (state: MediaView['state'], reason?: string) => toStateWords({ state, reason })

test('a file that is late says that it is still being tried for, one that is new that it comes', () => {
  expect(words('waiting')).toBe('Fetching from Stella…')
  expect(words('waiting', 'Stella did not answer.')).toBe(
    'Stella did not answer. We keep trying for a day.',
  )
})

test('a file that can’t be had says why, in the platform’s words where it gave some', () => {
  expect(words('gone')).toBe('No longer available from the platform.')
  expect(words('gone', 'It expired there.')).toBe('It expired there.')
  expect(words('refused')).toBe('Not stored: this file is not allowed here.')
})

test('a file that was dropped here is not blamed on anybody else', () => {
  expect(words('expired', 'It expired there.')).toContain('this inbox keeps files')
})
