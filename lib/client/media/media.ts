'use client'

import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { paths } from '@/lib/paths'
import type { GalleryPage } from '@/lib/view/media-view'
import { request } from '../api'
import { keepPreviousOf } from '../live/keep-previous'

export type GalleryShelf = 'pictures' | 'files'

/**
 * What was sent in a conversation, newest first, page by page. `stamp` names the newest file at hand: when it
 * changes, the shelf is read anew, and the old one stays on screen until then. Never the other shelf, or that of
 * another conversation: what is chosen there would not be found here.
 */
export function useGallery(
  conversationId: string,
  shelf: GalleryShelf,
  { stamp = '', enabled = true }: { stamp?: string; enabled?: boolean } = {},
) {
  const key = [paths.api.gallery(conversationId), shelf]
  const query = useInfiniteQuery({
    queryKey: [...key, stamp],
    queryFn: ({ pageParam, signal }) =>
      request<GalleryPage>(toPath(conversationId, shelf, pageParam), { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousOf(key),
    enabled,
  })
  return { ...query, items: query.data?.pages.flatMap((page) => page.items) ?? [] }
}

/** Asks the platform once more for a file; the thread shows what comes of it. */
export function useFetchAgain(mediaId: string) {
  return useMutation({
    mutationFn: () => request(paths.api.mediaFetch(mediaId), { method: 'PUT' }),
  })
}

function toPath(conversationId: string, shelf: GalleryShelf, before: string | undefined): string {
  const search = new URLSearchParams({ shelf })
  if (before) search.set('before', before)
  return `${paths.api.gallery(conversationId)}?${search}`
}
