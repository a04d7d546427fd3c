'use client'

import { History, MoreHorizontal, Trash2 } from 'lucide-react'
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { Pill } from '@/components/ui/pill'
import { toast } from '@/lib/client/browser/toast'
import { useRemoveCannedReply, useSaveCannedReply } from '@/lib/client/workspace/workspace-settings'
import type { CannedReply } from '@/lib/domain/reply/canned-reply'
import { useTranslator } from '@/lib/i18n/use-translator'

interface CannedRowProps {
  reply: CannedReply
  onEdit: () => void
  onHistory: () => void
}

/** A canned reply in its folder. Removing it can be undone. */
export function CannedRow({ reply, onEdit, onHistory }: CannedRowProps) {
  const { t } = useTranslator()
  const remove = useRemoveCannedReply()
  const save = useSaveCannedReply()
  const removeIt = () =>
    remove.mutate(reply.id, {
      onSuccess: () =>
        toast(t('workspace.canned.removed', { title: reply.title }), {
          action: { label: t('common.undo'), onClick: () => save.mutate(reply) },
        }),
    })
  return (
    <li aria-label={reply.title} className="flex items-center gap-2 pr-3">
      <button
        type="button"
        onClick={onEdit}
        className="min-h-14 min-w-0 flex-1 px-4 py-2.5 text-left hover:bg-sunken focus-visible:outline-offset-[-2px] max-md:px-3"
      >
        <span className="flex items-center gap-2">
          <span className="truncate font-medium">{reply.title}</span>
          {reply.texts.map(({ language }) => (
            <Pill key={language}>{language}</Pill>
          ))}
        </span>
        <span className="block truncate text-list text-muted">{reply.texts[0]?.text}</span>
      </button>
      <DropdownMenu
        trigger={
          <IconButton label={t('workspace.canned.more', { title: reply.title })}>
            <MoreHorizontal aria-hidden className="size-4" />
          </IconButton>
        }
      >
        <MenuItem icon={<History aria-hidden />} onSelect={onHistory}>
          {t('workspace.history.open')}
        </MenuItem>
        <MenuItem icon={<Trash2 aria-hidden />} danger onSelect={removeIt}>
          {t('workspace.canned.remove')}
        </MenuItem>
      </DropdownMenu>
    </li>
  )
}
