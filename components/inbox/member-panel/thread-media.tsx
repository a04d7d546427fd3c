'use client'

import { FileText, Mic, Video } from 'lucide-react'
import { useState } from 'react'
import { Lightbox } from '@/components/inbox/thread/media/lightbox'
import { toImages } from '@/components/inbox/thread/media/thread-images'
import type { MediaView, MessageView } from '@/lib/domain/conversation'
import { Nothing, PanelSection } from './panel-section'

const SHOWN_MAX = 12

/** What was sent in the loaded part of the thread, newest first. */
export function ThreadMedia({ messages }: { messages: MessageView[] }) {
  const [shownId, setShownId] = useState<string>()
  const [all, setAll] = useState(false)
  const media = messages
    .flatMap((message) => message.media)
    .filter(({ state }) => state === 'stored')
    .reverse()
  const shown = all ? media : media.slice(0, SHOWN_MAX)
  if (media.length === 0)
    return (
      <PanelSection title="Media">
        <Nothing>Pictures and files of this thread appear here.</Nothing>
      </PanelSection>
    )
  return (
    <PanelSection title="Media" beside={String(media.length)}>
      <ul aria-label="Media" className="grid grid-cols-4 gap-1 max-md:grid-cols-6">
        {shown.map((item) => (
          <li key={item.id}>
            <MediaTile media={item} onShow={setShownId} />
          </li>
        ))}
      </ul>
      {shown.length < media.length && (
        <button
          type="button"
          onClick={() => setAll(true)}
          className="mt-1.5 rounded-sm text-accent-ink text-list hover:underline pointer-coarse:min-h-11"
        >
          Show all {media.length}
        </button>
      )}
      {shownId && (
        <Lightbox
          images={toImages(messages)}
          shownId={shownId}
          onShow={setShownId}
          onClose={() => setShownId(undefined)}
        />
      )}
    </PanelSection>
  )
}

const TILE =
  'grid aspect-square w-full place-items-center overflow-hidden rounded-control bg-sunken text-muted transition-colors hover:text-text'

function MediaTile({ media, onShow }: { media: MediaView; onShow: (mediaId: string) => void }) {
  const label = media.name ?? media.kind
  if (media.kind === 'image')
    return (
      <button
        type="button"
        aria-label={`Open ${label}`}
        onClick={() => onShow(media.id)}
        className={TILE}
      >
        <Thumbnail media={media} />
      </button>
    )
  return (
    <a
      href={media.url}
      download={media.name ?? ''}
      aria-label={`Download ${label}`}
      className={TILE}
    >
      {media.thumbnailUrl ? <Thumbnail media={media} /> : <KindIcon kind={media.kind} />}
    </a>
  )
}

function Thumbnail({ media }: { media: MediaView }) {
  return (
    // biome-ignore lint/performance/noImgElement: stored bytes never pass through an optimiser
    <img
      src={media.thumbnailUrl ?? media.url}
      alt=""
      loading="lazy"
      className="size-full object-cover"
    />
  )
}

function KindIcon({ kind }: { kind: MediaView['kind'] }) {
  const Icon = kind === 'video' ? Video : kind === 'voice' || kind === 'audio' ? Mic : FileText
  return <Icon aria-hidden className="size-4" />
}
