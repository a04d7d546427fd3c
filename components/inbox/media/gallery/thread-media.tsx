'use client'

import { useState } from 'react'
import { Lightbox } from '@/components/inbox/media/lightbox'
import { toImages } from '@/components/inbox/media/thread-images'
import { Nothing, PanelSection } from '@/components/inbox/member/panel-section'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback/notice'
import { type GalleryShelf, useGallery } from '@/lib/client/media/media'
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
  const [shelf, setShelf] = useState<GalleryShelf>('pictures')
  const [shownId, setShownId] = useState<string>()
  const stamp = stampOf(messages)
  const gallery = useGallery(conversationId, shelf, { stamp })
  return (
    <PanelSection title="Media">
      <div role="tablist" aria-label="Media" className="mb-2 flex gap-1">
        {SHELVES.map(({ name, label }) => (
          <button
            key={name}
            type="button"
            role="tab"
            aria-selected={shelf === name}
            onClick={() => setShelf(name)}
            className="h-8 rounded-control px-2.5 text-list text-muted transition-colors hover:text-text aria-selected:bg-sunken aria-selected:font-medium aria-selected:text-text pointer-coarse:h-11"
          >
            {label}
          </button>
        ))}
      </div>
      {gallery.error ? (
        <Notice
          title="The media could not be loaded"
          action={<Button onClick={() => gallery.refetch()}>Try again</Button>}
        >
          {gallery.error.message}
        </Notice>
      ) : gallery.items.length > 0 ? (
        <Shelf shelf={shelf} items={gallery.items} onShow={setShownId} />
      ) : (
        !gallery.isPending && <Nothing>{EMPTY[shelf]}</Nothing>
      )}
      {gallery.hasNextPage && (
        <Button
          variant="link"
          pending={gallery.isFetchingNextPage}
          onClick={() => gallery.fetchNextPage()}
          className="mt-1 px-0"
        >
          Show older
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

const SHELVES = [
  { name: 'pictures', label: 'Pictures' },
  { name: 'files', label: 'Files' },
] as const

const EMPTY: Record<GalleryShelf, string> = {
  pictures: 'Pictures and videos of this conversation appear here.',
  files: 'Documents and recordings of this conversation appear here.',
}

interface ShelfProps {
  shelf: GalleryShelf
  items: GalleryItem[]
  onShow: (id: string) => void
}

function Shelf({ shelf, items, onShow }: ShelfProps) {
  const isFiles = shelf === 'files'
  return (
    <ul
      aria-label={isFiles ? 'Files' : 'Pictures'}
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
