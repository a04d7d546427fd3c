'use client'

import { AddressBox } from '@/components/admin/address-box'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { LinkView } from '@/lib/view/people-view'

/** A one-time link, shown this once. */
export function LinkBox({ link, what }: { link: LinkView; what: string }) {
  const { t } = useTranslator()
  return (
    <div className="flex flex-col gap-2">
      <p className="text-list">{what}</p>
      <div>
        <AddressBox
          url={link.url}
          label={t('people.link.label')}
          what={t('people.link.what')}
          who={t('people.link.who')}
        />
      </div>
      <p className="text-meta text-muted">
        {t('people.link.once', { until: { at: Date.parse(link.expiresAt) } })}
      </p>
    </div>
  )
}
