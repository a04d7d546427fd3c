'use client'

import { useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Panel } from '@/components/ui/panel'
import type { EventDetail } from '@/lib/view/event-view'
import { sizeWords } from './event-words'
import { BYTE_WAYS, type ByteWay, bytesShownAs } from './hex-words'
import { ScrollText } from './scroll-text'

/** The exact bytes: as text, indented where they are JSON, or in hex, because text can't show every byte. */
export function BytesPanel({ event }: { event: EventDetail }) {
  const [way, setWay] = useState<ByteWay>('Text')
  const shown = useMemo(() => bytesShownAs(event, way), [event, way])
  return (
    <Panel
      title="Exact bytes"
      about={`${sizeWords(event.size)}${event.sha256 ? ` · sha256 ${event.sha256.slice(0, 16)}…` : ''}`}
      actions={
        <div className="flex items-center gap-1">
          {BYTE_WAYS.map((each) => (
            <Button
              key={each}
              variant={each === way ? 'secondary' : 'ghost'}
              aria-pressed={each === way}
              onClick={() => setWay(each)}
            >
              {each}
            </Button>
          ))}
          <CopyButton text={event.body} what="body" />
        </div>
      }
    >
      <ScrollText label="Body">{shown}</ScrollText>
    </Panel>
  )
}
