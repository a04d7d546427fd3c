import { UserRound } from 'lucide-react'
import type { Content } from '@/lib/domain/message/content'
import { useTranslator } from '@/lib/i18n/use-translator'

type Card = Extract<Content, { type: 'contacts' }>['contacts'][number]

/** The contact cards a member sent. */
export function ContactsCard({ contacts }: { contacts: Card[] }) {
  const { t } = useTranslator()
  return (
    <ul className="w-72 max-w-full divide-y divide-line">
      {withKeys(contacts).map(({ key, card }) => (
        <li key={key} className="flex gap-2.5 py-1.5 first:pt-0 last:pb-0">
          <span
            aria-hidden
            className="grid size-9 shrink-0 place-items-center rounded-full bg-accent-soft text-accent-ink"
          >
            <UserRound className="size-4" />
          </span>
          <div className="min-w-0 flex-1">
            <p className="font-medium">
              <bdi>{card.name.trim() || t('message.card.noName')}</bdi>
            </p>
            {[...card.phones, ...card.emails].map((line) => (
              <p key={line} className="text-[13px] leading-[18px] tabular-nums aside">
                {line}
              </p>
            ))}
          </div>
        </li>
      ))}
    </ul>
  )
}

/** Two cards may carry the same name. */
function withKeys(contacts: Card[]) {
  return contacts.map((card, place) => ({ key: `${place}:${card.name}`, card }))
}
