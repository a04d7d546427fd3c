'use client'

import { useState } from 'react'
import { Lightbox } from '@/components/inbox/media/lightbox/lightbox'
import { toImages } from '@/components/inbox/media/thread-images'
import { Nothing, PanelSection } from '@/components/inbox/member/panel-section'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback/notice'
import { failureOf } from '@/lib/client/api'
import { type GalleryShelf, useGallery } from '@/lib/client/media/media'
import type { Key } from '@/lib/i18n/message-catalogue'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { GalleryItem } from '@/lib/view/media-view'
import type { MessageView } from '@/lib/view/message-view'
import { GalleryFile } from './gallery-file'
import { GalleryTile } from './gallery-tile'

interface ThreadMediaProps {
  conversationId: string
  messages: MessageView[]
}

/** What was sent in the conversation, by either side, newest first: pictures and videos, or files and recordings. */
export function ThreadMedia({ conversationId, messages }: ThreadMediaProps) {
  const { t, say } = useTranslator()
  const [shelf, setShelf] = useState<GalleryShelf>('pictures')
  const [shownId, setShownId] = useState<string>()
  const stamp = stampOf(messages)
  const gallery = useGallery(conversationId, shelf, { stamp })
  return (
    <PanelSection title={t('media.gallery.title')}>
      <div role="tablist" aria-label={t('media.gallery.title')} className="mb-2 flex gap-1">
        {SHELVES.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            aria-selected={shelf === name}
            onClick={() => setShelf(name)}
            className="h-8 rounded-control px-2.5 text-list text-muted transition-colors hover:text-text aria-selected:bg-sunken aria-selected:font-medium aria-selected:text-text pointer-coarse:h-11"
          >
            {t(SHELF_NAMES[name])}
          </button>
        ))}
      </div>
      {gallery.error ? (
        <Notice
          title={t('media.gallery.notLoaded')}
          action={<Button onClick={() => gallery.refetch()}>{t('common.retry')}</Button>}
        >
          {say(failureOf(gallery.error))}
        </Notice>
      ) : gallery.items.length > 0 ? (
        <Shelf shelf={shelf} items={gallery.items} onShow={setShownId} />
      ) : (
        !gallery.isPending && <Nothing>{t(EMPTY[shelf])}</Nothing>
      )}
      {gallery.hasNextPage && (
        <Button
          variant="link"
          pending={gallery.isFetchingNextPage}
          onClick={() => gallery.fetchNextPage()}
          className="mt-1 px-0"
        >
          {t('media.gallery.older')}
        </Button>
      )}
      {shownId && (
        <Lightbox
          conversationId={conversationId}
          images={toImages(messages)}
          shownId={shownId}
          onShow={setShownId}
          onClose={() => setShownId(undefined)}
        />
      )}
    </PanelSection>
  )
}

const SHELVES = ['pictures', 'files'] as const satisfies GalleryShelf[]

const SHELF_NAMES = {
  pictures: 'media.gallery.images',
  files: 'media.gallery.files',
} as const satisfies Record<GalleryShelf, Key>

const EMPTY = {
  pictures: 'media.gallery.noImages',
  files: 'media.gallery.noFiles',
} as const satisfies Record<GalleryShelf, Key>

interface ShelfProps {
  shelf: GalleryShelf
  items: GalleryItem[]
  onShow: (id: string) => void
}

function Shelf({ shelf, items, onShow }: ShelfProps) {
  const { t } = useTranslator()
  const isFiles = shelf === 'files'
  return (
    <ul
      aria-label={t(SHELF_NAMES[shelf])}
      className={isFiles ? 'space-y-1' : 'grid grid-cols-4 gap-1 max-md:grid-cols-6'}
    >
      {items.map((item) => (
        <li key={item.id}>
          {isFiles ? <GalleryFile item={item} /> : <GalleryTile item={item} onShow={onShow} />}
        </li>
      ))}
    </ul>
  )
}

/** Changes whenever a file of the loaded thread came, was stored or expired. */
function stampOf(messages: MessageView[]): string {
  const files = messages.flatMap((message) => message.media)
  const settled = files.filter(({ state }) => state === 'stored').length
  return `${settled} ${files.at(-1)?.id ?? ''}`
}
