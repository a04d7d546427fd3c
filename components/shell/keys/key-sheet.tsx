'use client'

import { Dialog } from '@/components/ui/dialog/dialog'
import { useActions } from '@/lib/client/browser/actions'
import { useTranslator } from '@/lib/i18n/use-translator'
import { SECTION_NAMES, toSections } from './action-sections'
import { Keys } from './keys'

interface KeySheetProps {
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Every key that does something right now. */
export function KeySheet({ open, onOpenChange }: KeySheetProps) {
  const { t } = useTranslator()
  const sections = toSections(useActions().filter(({ keys }) => keys))
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('shell.keys.title')}
      description={t('shell.keys.about')}
      className="max-w-2xl"
    >
      <div className="thin-scroll gap-x-10 overflow-auto p-5 sm:columns-2">
        {sections.map(({ section, actions }) => (
          <section key={section} className="mb-5 break-inside-avoid">
            <h3 className="mb-1 text-meta font-semibold text-muted">{t(SECTION_NAMES[section])}</h3>
            <dl>
              {actions.map((action) => (
                <div key={action.id} className="flex min-h-8 items-center gap-3 border-b text-list">
                  <dt className="flex-1">{action.label}</dt>
                  <dd>
                    <Keys keys={action.keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
