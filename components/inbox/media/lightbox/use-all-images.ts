'use client'

import { useGallery } from '@/lib/client/media/media'
import type { MediaView } from '@/lib/view/media-view'

/** The pictures of a conversation, oldest first: those at hand, and behind them the older ones of its gallery. */
export function useAllImages(conversationId: string, images: MediaView[]) {
  const gallery = useGallery(conversationId, 'pictures')
  const known = new Set(images.map(({ id }) => id))
  const others = gallery.items
    .toReversed()
    .filter(({ id, kind }) => kind === 'image' && !known.has(id))
  const { hasNextPage, isFetching, fetchNextPage } = gallery
  return {
    images: [...others, ...images],
    loadOlder: hasNextPage && !isFetching ? fetchNextPage : undefined,
  }
}
