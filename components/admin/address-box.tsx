'use client'

import { TriangleAlert } from 'lucide-react'
import { CopyButton } from '@/components/ui/copy-button'
import { reachOf } from '@/lib/domain/channel/address-reach'
import type { Key } from '@/lib/i18n/message-catalogue'
import { useTranslator } from '@/lib/i18n/use-translator'

interface AddressBoxProps {
  url: string
  /** What it is, as the name of the field. */
  label: string
  /** The same in a sentence: `Copy …`. */
  what: string
  /** Who is to open it, as the beginning of a sentence. */
  who: string
}

const WARNINGS = {
  machine: 'channelAdmin.address.machine',
  network: 'channelAdmin.address.network',
} as const satisfies Record<string, Key>

/** An address to be copied for somebody else, with a warning where they could not open it. */
export function AddressBox({ url, label, what, who }: AddressBoxProps) {
  const { t } = useTranslator()
  const reach = reachOf(url)
  return (
    <>
      <div className="flex items-center gap-2 rounded-control border border-line-strong bg-sunken py-1 pr-1 pl-3">
        <input
          readOnly
          aria-label={label}
          value={url}
          onFocus={(event) => event.currentTarget.select()}
          className="h-8 min-w-0 flex-1 truncate bg-transparent text-list outline-none"
        />
        <CopyButton text={url} what={what} />
      </div>
      {reach && (
        <p
          role="note"
          className="mt-2 flex gap-2 rounded-control bg-wait-soft px-3 py-2 text-list text-wait"
        >
          <TriangleAlert aria-hidden className="mt-px size-4 shrink-0" />
          <span className="min-w-0">{t(WARNINGS[reach], { who })}</span>
        </p>
      )}
    </>
  )
}
