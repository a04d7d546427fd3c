import type { Key } from '@/lib/i18n/message-catalogue'
import type { Said } from '@/lib/i18n/reason'
import type { MediaView } from '@/lib/view/media-view'

/** What a file is called inside a sentence: its own name, or what kind of thing it is. */
export function mediaNameOf({ name, kind }: Pick<MediaView, 'name' | 'kind'>): Said {
  return name ?? { key: KINDS[kind] }
}

const KINDS: Record<MediaView['kind'], Key> = {
  image: 'media.kind.image',
  video: 'media.kind.video',
  audio: 'media.kind.audio',
  voice: 'media.kind.voice',
  sticker: 'media.kind.sticker',
  file: 'media.kind.file',
}
