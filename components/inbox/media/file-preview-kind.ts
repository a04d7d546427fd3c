import type { MediaView } from '@/lib/view/media-view'

const TEXT_BYTES_MAX = 1024 * 1024

/** How a document can be looked into without opening it as a page: by its bytes, never by its name. */
export function previewOf({ type, size = 0 }: MediaView): 'pdf' | 'text' | undefined {
  if (type === 'application/pdf') return 'pdf'
  return type === 'text/plain' && size <= TEXT_BYTES_MAX ? 'text' : undefined
}
