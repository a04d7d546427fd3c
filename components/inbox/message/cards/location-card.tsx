import { MapPin } from 'lucide-react'
import type { Content } from '@/lib/domain/message/content'
import { useTranslator } from '@/lib/i18n/use-translator'

type Location = Extract<Content, { type: 'location' }>

/** A place by name and numbers. The map opens only when asked for, so no map service learns of the member. */
export function LocationCard({ location }: { location: Location }) {
  const { latitude, longitude, name, address } = location
  const { t } = useTranslator()
  const coordinates = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`
  return (
    <div className="flex w-72 max-w-full gap-2.5">
      <span
        aria-hidden
        className="grid size-9 shrink-0 place-items-center rounded-full bg-accent-soft text-accent-ink"
      >
        <MapPin className="size-4" />
      </span>
      <div className="min-w-0 flex-1">
        <p dir="auto" className="font-medium">
          {name || t('message.card.location')}
        </p>
        {address && (
          <p dir="auto" className="text-[13px] leading-[18px] aside">
            {address}
          </p>
        )}
        <p className="text-[12px] leading-4 tabular-nums aside">{coordinates}</p>
        <a
          href={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`}
          target="_blank"
          rel="noopener noreferrer"
          className="mt-1 inline-block rounded-sm font-medium text-[13px] underline underline-offset-2"
        >
          {t('message.card.openMap')}
        </a>
      </div>
    </div>
  )
}
