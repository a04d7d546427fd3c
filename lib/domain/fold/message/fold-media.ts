import type { OwnFact } from '@/lib/domain/fact'
import type { StoredFile } from '@/lib/domain/message/file-facts'
import type { MediaRow } from '@/lib/domain/rows'
import { changeMessage } from '../conversation/change-rows'
import type { World } from '../world'

type MediaFact = Extract<OwnFact, { type: `media.${string}` }>

export function isMediaFact(fact: OwnFact): fact is MediaFact {
  return fact.type.startsWith('media.')
}

/** The life of a file (architecture.md "Media"). Each change shows in its message. */
export function foldMedia(world: World, fact: MediaFact) {
  if (fact.type === 'media.expired') {
    for (const id of fact.mediaIds) change(world, id, toExpired(fact.keepThumbnails))
    return
  }
  switch (fact.type) {
    case 'media.stored':
      return change(world, fact.mediaId, () => ({ state: 'stored', ...toStored(fact) }))
    case 'media.delayed':
      return change(world, fact.mediaId, ({ state }) =>
        state === 'waiting' ? { reason: fact.reason } : {},
      )
    case 'media.failed':
      return change(world, fact.mediaId, () => ({ state: fact.state, reason: fact.reason }))
    case 'media.requested':
      change(world, fact.mediaId, () => ({ state: 'waiting', reason: null }))
      world.effects.push({ type: 'fetch-media', mediaId: fact.mediaId })
  }
}

/** The columns that describe bytes of ours. */
export function toStored(file: StoredFile): Partial<MediaRow> {
  return {
    type: file.mimeType,
    size: file.size,
    width: file.width ?? null,
    height: file.height ?? null,
    durationMs: file.durationMs ?? null,
    peaks: file.peaks ?? null,
    blur: file.blur ?? null,
    sha256: file.sha256,
    thumbnailSha256: file.thumbnailSha256 ?? null,
    reason: file.reason ?? null,
  }
}

function toExpired(keepThumbnails: boolean) {
  return (file: MediaRow): Partial<MediaRow> => {
    if (file.state !== 'stored') return {}
    const thumbnailSha256 = keepThumbnails ? file.thumbnailSha256 : null
    return { state: 'expired', sha256: null, thumbnailSha256 }
  }
}

function change(world: World, mediaId: string, toChange: (file: MediaRow) => Partial<MediaRow>) {
  const file = world.media.get(mediaId)
  if (!file) throw new Error(`No media ${mediaId}`)
  world.media.put({ ...file, ...toChange(file) })
  changeMessage(world, file.messageId, {})
}
