import { Check } from 'lucide-react'
import { useTranslator } from '@/lib/i18n/use-translator'

/** What the member could tap under a message; the one they took stands out, by a tick as well as by colour. */
export function Choices({ titles, chosen }: { titles: string[]; chosen?: string }) {
  const { t } = useTranslator()
  return (
    <ul aria-label={t('message.choices')} className="mt-2 flex flex-wrap gap-1.5">
      {withKeys(titles).map(({ key, title }) => (
        <li
          key={key}
          dir="auto"
          className={`inline-flex items-center gap-1 rounded-full border px-2.5 py-0.5 text-[13px] leading-[18px] ${
            title === chosen ? 'border-bot bg-bot text-surface' : 'border-current/35'
          }`}
        >
          {title === chosen && (
            <Check aria-label={t('message.chosen')} className="size-3.5 shrink-0" />
          )}
          {title}
        </li>
      ))}
    </ul>
  )
}

/** A bot may offer the same title twice. */
function withKeys(titles: string[]) {
  return titles.map((title, place) => ({ key: `${place}:${title}`, title }))
}
