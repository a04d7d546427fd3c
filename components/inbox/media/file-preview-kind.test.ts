import { expect, test } from 'vitest'
import type { MediaView } from '@/lib/view/media-view'
import { previewOf } from './file-preview-kind'

test('a document is looked into by what its bytes are, whatever its name says', () => {
  expect(previewOf(file({ type: 'application/pdf', name: 'menu.txt' }))).toBe('pdf')
  expect(previewOf(file({ type: 'text/plain', name: 'menu.pdf', size: 20 }))).toBe('text')
  expect(previewOf(file({ type: 'application/zip', name: 'menu.pdf' }))).toBeUndefined()
})

test('a page of a stranger is never shown as one', () => {
  expect(previewOf(file({ type: 'text/html', size: 20 }))).toBeUndefined()
})

test('a text too long for the screen is only saved', () => {
  expect(previewOf(file({ type: 'text/plain', size: 1024 * 1024 }))).toBe('text')
  expect(previewOf(file({ type: 'text/plain', size: 1024 * 1024 + 1 }))).toBeUndefined()
})

function file(more: Partial<MediaView>): MediaView {
  return { id: 'menu', kind: 'file', state: 'stored', url: '/media/menu', ...more }
}
