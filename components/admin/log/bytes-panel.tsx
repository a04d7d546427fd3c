'use client'

import { useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Panel } from '@/components/ui/panel'
import type { EventDetail } from '@/lib/view/event-view'
import { sizeWords } from './event-words'
import { fromBase64, toHexLines, toPretty } from './hex-words'
import { ScrollText } from './scroll-text'

const WAYS = ['Text', 'Indented', 'Hex'] as const
type Way = (typeof WAYS)[number]

/** The exact bytes: as text, indented where they are JSON, or in hex, because text can't show every byte. */
export function BytesPanel({ event }: { event: EventDetail }) {
  const [way, setWay] = useState<Way>('Text')
  const shown = useMemo(() => toShown(event, way), [event, way])
  return (
    <Panel
      title="Exact bytes"
      about={`${sizeWords(event.size)}${event.sha256 ? ` · sha256 ${event.sha256.slice(0, 16)}…` : ''}`}
      actions={
        <div className="flex items-center gap-1">
          {WAYS.map((each) => (
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

function toShown({ body, bodyBase64 }: EventDetail, way: Way): string {
  if (way === 'Hex') return toHexLines(fromBase64(bodyBase64)).join('\n')
  if (way === 'Indented') return toPretty(body) ?? 'This is not JSON.'
  return body
}
