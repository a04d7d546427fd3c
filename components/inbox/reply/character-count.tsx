import type { Platform } from '@/lib/domain/channel/channel'
import { bytesOf } from '@/lib/domain/reply/field-rules'
import { SENDABLE } from '@/lib/domain/reply/sendable'

const SHOWN_FROM = 0.8
const FORMAT = new Intl.NumberFormat('en')

/** How much of a message's length is used, once it begins to matter. Counted as the platform counts. */
export function CharacterCount({ text, platform }: { text: string; platform: Platform }) {
  const { used, max, unit } = measure(text, platform)
  if (used < max * SHOWN_FROM) return null
  const over = used > max
  return (
    <span
      className={`whitespace-nowrap text-meta ${over ? 'font-semibold text-bad' : 'text-faint'}`}
    >
      {FORMAT.format(used)} / {FORMAT.format(max)}
      {unit === 'bytes' && ' bytes'}
      <span className="sr-only">
        {unit === 'characters' && ' characters'}
        {over && ', too long for one message'}
      </span>
    </span>
  )
}

function measure(text: string, platform: Platform) {
  const { lengthMax, bytesMax } = SENDABLE[platform].text
  if (bytesMax === undefined)
    return { used: text.length, max: lengthMax, unit: 'characters' } as const
  return { used: bytesOf(text), max: bytesMax, unit: 'bytes' } as const
}
