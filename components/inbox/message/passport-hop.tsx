import { toExactTime } from '@/components/shell/time/times'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { HopView } from '@/lib/view/passport-view'

/** One stop: what happened, when, who tells of it, and the bytes where there are any. */
export function PassportHop({ hop, open }: { hop: HopView; open: boolean }) {
  const { t, say, rich, ...formats } = useTranslator()
  return (
    <li className="relative pb-4 last:pb-0">
      <span
        aria-hidden
        className="absolute top-1.5 -left-[20.5px] size-2 rounded-full bg-line-strong"
      />
      <p className="font-medium">{[hop.text, ...hop.more].map(say).join(' · ')}</p>
      <p className="text-meta text-muted">
        {rich('message.passport.where', {
          time: () => <time dateTime={hop.at}>{toExactTime(hop.at, formats)}</time>,
          source: hop.source,
          eventId: hop.eventId,
        })}
      </p>
      {hop.raw !== undefined && (
        <details open={open} className="mt-1.5">
          <summary className="w-fit cursor-pointer rounded-sm text-list text-muted hover:text-text">
            {t('message.passport.raw')}
          </summary>
          <pre className="thin-scroll mt-1.5 max-h-80 overflow-auto rounded-control bg-sunken p-3 font-mono text-[12px] leading-[18px]">
            {toRawText(hop.raw)}
          </pre>
        </details>
      )}
    </li>
  )
}

/** JSON is indented for reading; anything else stands as it came. */
function toRawText(raw: string): string {
  try {
    return JSON.stringify(JSON.parse(raw), null, 2)
  } catch {
    return raw
  }
}
