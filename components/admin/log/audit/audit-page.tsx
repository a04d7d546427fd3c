'use client'

import { Download, SearchX } from 'lucide-react'
import { useSearchParams } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { Loaded } from '@/components/ui/feedback/loaded'
import { Notice } from '@/components/ui/feedback/notice'
import { TitledPage } from '@/components/ui/titled-page'
import { useHydrated } from '@/components/ui/use-hydrated'
import { type AuditQuery, auditExportAddress, useAudit } from '@/lib/client/log/audit'
import { useTranslator } from '@/lib/i18n/use-translator'
import { toAuditAddress, toAuditQuery } from './audit-address'
import { AuditFilters } from './audit-filters'
import { AuditLine } from './audit-line'

/** Who did what, and when. What is looked for stands in the address. */
export function AuditPage() {
  const query = toAuditQuery(useSearchParams())
  const audit = useAudit(query)
  const { t } = useTranslator()
  // Days are the reader's own, which the server that draws the page first does not know.
  const file = useHydrated() ? auditExportAddress(query) : undefined
  const items = audit.data?.pages.flatMap((page) => page.items)
  return (
    <TitledPage
      title={t('audit.title')}
      about={t('audit.about')}
      actions={
        <a
          href={file}
          download
          className="inline-flex h-8 items-center gap-1.5 rounded-control border border-line-strong bg-surface px-2.5 text-list font-medium hover:bg-sunken max-md:h-11"
        >
          <Download aria-hidden className="size-4" /> {t('audit.export')}
        </a>
      }
    >
      <AuditFilters query={query} onChange={set} />
      <Loaded
        query={{ data: items, error: audit.error, refetch: audit.refetch }}
        what={t('audit.loaded')}
      >
        {(entries) =>
          entries.length === 0 ? (
            <Notice
              icon={<SearchX />}
              title={t('audit.none')}
              action={<Button onClick={showEverything}>{t('audit.showAll')}</Button>}
            >
              {t('audit.noneAbout')}
            </Notice>
          ) : (
            <>
              <ul
                aria-label={t('audit.list')}
                className="divide-y rounded-bubble border bg-surface"
              >
                {entries.map((entry) => (
                  <AuditLine key={entry.id} entry={entry} />
                ))}
              </ul>
              {audit.hasNextPage && (
                <div className="mt-4 text-center">
                  <Button pending={audit.isFetchingNextPage} onClick={() => audit.fetchNextPage()}>
                    {t('audit.older')}
                  </Button>
                </div>
              )}
            </>
          )
        }
      </Loaded>
    </TitledPage>
  )
}

/** From the address as it is by now: of two choices made at once the second must not undo the first. */
function set(changes: Partial<AuditQuery>) {
  const now = toAuditQuery(new URLSearchParams(window.location.search))
  window.history.replaceState(null, '', toAuditAddress({ ...now, ...changes }))
}

/** Without what was looked for. */
function showEverything() {
  window.history.replaceState(null, '', toAuditAddress({ what: 'acts' }))
}
