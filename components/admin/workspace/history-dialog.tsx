'use client'

import type { ReactNode } from 'react'
import { toast } from 'sonner'
import { toDateTime } from '@/components/shell/time/date-words'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog/dialog'
import { Loaded } from '@/components/ui/feedback/loaded'
import {
  type SettingRef,
  useRestoreSetting,
  useSettingHistory,
} from '@/lib/client/workspace/workspace-settings'
import type { SettingVersionView } from '@/lib/view/audit-view'

interface HistoryDialogProps {
  of: SettingRef
  title: string
  onClose: () => void
  /** What a version says, for people. */
  show: (value: unknown) => ReactNode
}

/** Every version of a setting, the newest first; an old one can be set again. */
export function HistoryDialog({ of, title, onClose, show }: HistoryDialogProps) {
  const history = useSettingHistory(of)
  const restore = useRestoreSetting()
  const set = (eventId: number) =>
    restore.mutate(eventId, {
      onSuccess: () => {
        toast('Restored.')
        onClose()
      },
    })
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={`History of ${title}`}
      description="Restoring makes a new version: nothing is lost."
      className="max-w-2xl"
    >
      <div className="thin-scroll overflow-auto p-5">
        <Loaded query={history} what="The history">
          {({ items }) =>
            items.length === 0 ? (
              <p className="text-list text-muted">Nobody has changed this yet.</p>
            ) : (
              <ol aria-label="Versions" className="divide-y">
                {items.map((version, index) => (
                  <Version
                    key={version.eventId}
                    version={version}
                    isCurrent={index === 0}
                    pending={restore.isPending}
                    onRestore={() => set(version.eventId)}
                  >
                    {version.removed ? <p className="text-muted">Removed</p> : show(version.value)}
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
  return (
    <li className="flex items-start gap-4 py-3">
      <div className="min-w-0 flex-1">
        <p className="text-meta text-muted">
          <time dateTime={version.at}>{toDateTime(version.at)}</time> ·{' '}
          {version.who ?? 'Command line'}
        </p>
        <div className="text-list [overflow-wrap:anywhere] whitespace-pre-wrap">{children}</div>
      </div>
      {isCurrent ? (
        <span className="text-meta text-muted">Now</span>
      ) : (
        !version.removed && (
          <Button disabled={pending} onClick={onRestore}>
            Restore
          </Button>
        )
      )}
    </li>
  )
}
