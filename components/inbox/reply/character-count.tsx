import type { Platform } from '@/lib/domain/channel/channel'
import { bytesOf } from '@/lib/domain/reply/field-rules'
import { SENDABLE } from '@/lib/domain/reply/sendable'
import type { Key } from '@/lib/i18n/message-catalogue'
import { useTranslator } from '@/lib/i18n/use-translator'

const SHOWN_FROM = 0.8
const CHARACTERS = {
  key: 'composer.box.characters',
  overKey: 'composer.box.charactersOver',
} as const
const BYTES = { key: 'composer.box.bytes', overKey: 'composer.box.bytesOver' } as const

/** How much of a message's length is used, once it begins to matter. Counted as the platform counts. */
export function CharacterCount({ text, platform }: { text: string; platform: Platform }) {
  const { rich } = useTranslator()
  const { used, max, key, overKey } = measure(text, platform)
  if (used < max * SHOWN_FROM) return null
  const over = used > max
  return (
    <span
      className={`whitespace-nowrap text-meta ${over ? 'font-semibold text-bad' : 'text-faint'}`}
    >
      {rich(over ? overKey : key, {
        used,
        max,
        hidden: (chunks) => <span className="sr-only">{chunks}</span>,
      })}
    </span>
  )
}

interface Measured {
  used: number
  max: number
  /** What says it, and what says that it is too much. */
  key: Key
  overKey: Key
}

function measure(text: string, platform: Platform): Measured {
  const { lengthMax, bytesMax } = SENDABLE[platform].text
  if (bytesMax === undefined) return { used: text.length, max: lengthMax, ...CHARACTERS }
  return { used: bytesOf(text), max: bytesMax, ...BYTES }
}
