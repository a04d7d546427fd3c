'use client'

import { Play } from 'lucide-react'
import type { ReactNode } from 'react'
import { toPlaceholder } from '@/components/inbox/media/media-box'
import { mediaNameOf } from '@/components/inbox/media/media-name'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { GalleryItem } from '@/lib/view/media-view'

interface GalleryTileProps {
  item: GalleryItem
  onShow: (mediaId: string) => void
}

/** One picture or video of the gallery: a picture opens large, a video plays in a tab of its own while we have it. */
export function GalleryTile({ item, onShow }: GalleryTileProps) {
  const { t } = useTranslator()
  if (item.kind === 'video') return <VideoTile item={item} />
  return (
    <button
      type="button"
      aria-label={t('media.image.open', { name: mediaNameOf(item) })}
      onClick={() => onShow(item.id)}
      style={toPlaceholder(item)}
      className={TILE}
    >
      <Thumbnail src={item.thumbnailUrl ?? item.url} />
    </button>
  )
}

function VideoTile({ item }: { item: GalleryItem }) {
  const { t } = useTranslator()
  const name = mediaNameOf(item)
  const picture = item.thumbnailUrl && <Thumbnail src={item.thumbnailUrl} />
  if (item.state === 'expired')
    return (
      <Frame label={t('media.gallery.noLongerKept', { name })} item={item}>
        {picture}
      </Frame>
    )
  return (
    <a
      href={item.url}
      target="_blank"
      rel="noopener"
      aria-label={t('media.play', { name })}
      style={toPlaceholder(item)}
      className={TILE}
    >
      {picture ?? <FirstMoment src={item.url} />}
      <span className="absolute grid size-7 place-items-center rounded-full bg-accent text-accent-text">
        <Play aria-hidden className="ml-px size-3.5 fill-current" />
      </span>
    </a>
  )
}

/** Without controls, and of its bytes only the beginning: the tile is a link that plays it. */
function FirstMoment({ src }: { src: string }) {
  return (
    <video
      aria-hidden
      muted
      playsInline
      tabIndex={-1}
      preload="metadata"
      src={`${src}#t=0.001`}
      className="pointer-events-none size-full object-cover"
    />
  )
}

function Frame(props: { label: string; item: GalleryItem; children: ReactNode }) {
  return (
    <span
      role="img"
      aria-label={props.label}
      title={props.label}
      style={toPlaceholder(props.item)}
      className={TILE}
    >
      {props.children}
    </span>
  )
}

function Thumbnail({ src }: { src: string }) {
  return (
    // biome-ignore lint/performance/noImgElement: stored bytes never pass through an optimiser
    <img src={src} alt="" loading="lazy" className="size-full object-cover" />
  )
}

const TILE =
  'relative grid aspect-square w-full place-items-center overflow-hidden rounded-control bg-center bg-cover bg-sunken text-muted transition-colors hover:text-text'
