import { TEXT_LENGTH_MAX } from '@/lib/domain/channel'

const SHOWN_FROM = TEXT_LENGTH_MAX * 0.8
const FORMAT = new Intl.NumberFormat('en')

/** How much of a message's length is used, once it begins to matter. Counted as the platform counts. */
export function CharacterCount({ length }: { length: number }) {
  if (length < SHOWN_FROM) return null
  const over = length > TEXT_LENGTH_MAX
  return (
    <span
      className={`whitespace-nowrap text-meta ${over ? 'font-semibold text-bad' : 'text-faint'}`}
    >
      {FORMAT.format(length)} / {FORMAT.format(TEXT_LENGTH_MAX)}
      <span className="sr-only">{over ? ' characters, too long' : ' characters'}</span>
    </span>
  )
}
