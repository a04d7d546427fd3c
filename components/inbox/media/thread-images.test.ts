import { expect, test } from 'vitest'
import type { MediaView } from '@/lib/view/media-view'
import { messageOf } from '../testing-conversation'
import { toImages } from './thread-images'

test('the arrow keys go through the pictures of a thread in its order', () => {
  const thread = [
    messageOf({ media: [picture('a'), picture('b')] }),
    messageOf({ media: [picture('film', { kind: 'video', type: 'video/mp4' })] }),
    messageOf({ media: [picture('c')] }),
  ]
  expect(idsOf(thread)).toEqual(['a', 'b', 'c'])
})

test('of an expired picture its preview is shown, if there is one', () => {
  const expired = { state: 'expired', type: undefined } as const
  const thread = [
    messageOf({ media: [picture('gone', expired)] }),
    messageOf({ media: [picture('small', { ...expired, thumbnailUrl: '/thumbnails/small' })] }),
  ]
  expect(idsOf(thread)).toEqual(['small'])
})

test('what calls itself a picture and has other bytes is none', () => {
  expect(idsOf([messageOf({ media: [picture('page', { type: 'text/html' })] })])).toEqual([])
})

function picture(id: string, more: Partial<MediaView> = {}): MediaView {
  return { id, kind: 'image', state: 'stored', type: 'image/png', url: `/media/${id}`, ...more }
}

function idsOf(thread: Parameters<typeof toImages>[0]): string[] {
  return toImages(thread).map(({ id }) => id)
}
