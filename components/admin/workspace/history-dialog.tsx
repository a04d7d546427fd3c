'use client'

import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog/dialog'
import { Loaded } from '@/components/ui/feedback/loaded'
import { toast } from '@/lib/client/browser/toast'
import {
  type SettingRef,
  useRestoreSetting,
  useSettingHistory,
} from '@/lib/client/workspace/workspace-settings'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { SettingVersionView } from '@/lib/view/audit-view'

interface HistoryDialogProps {
  of: SettingRef
  /** Such as `History of Shop HK`. */
  title: string
  onClose: () => void
  /** What a version says, for people. */
  show: (value: unknown) => ReactNode
}

/** Every version of a setting, the newest first; an old one can be set again. */
export function HistoryDialog({ of, title, onClose, show }: HistoryDialogProps) {
  const { t } = useTranslator()
  const history = useSettingHistory(of)
  const restore = useRestoreSetting()
  const set = (eventId: number) =>
    restore.mutate(eventId, {
      onSuccess: () => {
        toast(t('workspace.history.restored'))
        onClose()
      },
    })
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={title}
      description={t('workspace.history.about')}
      className="max-w-2xl"
    >
      <div className="thin-scroll overflow-auto p-5">
        <Loaded query={history} what={t('workspace.history.what')}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="text-list text-muted">{t('workspace.history.empty')}</p>
            ) : (
              <ol aria-label={t('workspace.history.versions')} className="divide-y">
                {items.map((version, index) => (
                  <Version
                    key={version.eventId}
                    version={version}
                    isCurrent={index === 0}
                    pending={restore.isPending}
                    onRestore={() => set(version.eventId)}
                  >
                    {version.removed ? (
                      <p className="text-muted">{t('workspace.history.removed')}</p>
                    ) : (
                      show(version.value)
                    )}
                  </Version>
                ))}
              </ol>
            )
          }
        </Loaded>
      </div>
    </Dialog>
  )
}

interface VersionProps {
  version: SettingVersionView
  isCurrent: boolean
  pending: boolean
  onRestore: () => void
  children: ReactNode
}

function Version({ version, isCurrent, pending, onRestore, children }: VersionProps) {
  const { t, moment } = useTranslator()
  return (
    <li className="flex items-start gap-4 py-3">
      <div className="min-w-0 flex-1">
        <p className="text-meta text-muted">
          <time dateTime={version.at}>{moment(Date.parse(version.at))}</time> ·{' '}
          {version.who ?? t('workspace.history.commandLine')}
        </p>
        <div className="text-list [overflow-wrap:anywhere] whitespace-pre-wrap">{children}</div>
      </div>
      {isCurrent ? (
        <span className="text-meta text-muted">{t('workspace.history.current')}</span>
      ) : (
        !version.removed && (
          <Button disabled={pending} onClick={onRestore}>
            {t('workspace.history.restore')}
          </Button>
        )
      )}
    </li>
  )
}
