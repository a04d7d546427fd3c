'use client'

import { useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Panel } from '@/components/ui/panel'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { EventDetail } from '@/lib/view/event-view'
import { BYTE_WAYS, type ByteWay, bytesShownAs } from './hex-words'
import { ScrollText } from './scroll-text'

const WAY_KEYS = {
  text: 'log.bytes.text',
  indented: 'log.bytes.indented',
  hex: 'log.bytes.hex',
} as const satisfies Record<ByteWay, string>

/** The exact bytes: as text, indented where they are JSON, or in hex, because text can't show every byte. */
export function BytesPanel({ event }: { event: EventDetail }) {
  const [way, setWay] = useState<ByteWay>('text')
  const { t, say, size } = useTranslator()
  const shown = useMemo(() => bytesShownAs(event, way), [event, way])
  return (
    <Panel
      title={t('log.bytes.title')}
      about={
        event.sha256
          ? t('log.bytes.about', { size: size(event.size), hash: event.sha256.slice(0, 16) })
          : size(event.size)
      }
      actions={
        <div className="flex items-center gap-1">
          {BYTE_WAYS.map((each) => (
            <Button
              key={each}
              variant={each === way ? 'secondary' : 'ghost'}
              aria-pressed={each === way}
              onClick={() => setWay(each)}
            >
              {t(WAY_KEYS[each])}
            </Button>
          ))}
          <CopyButton text={event.body} what={t('log.bytes.copied')} />
        </div>
      }
    >
      <ScrollText label={t('log.bytes.body')}>{say(shown)}</ScrollText>
    </Panel>
  )
}
