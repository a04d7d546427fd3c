'use client'

import { FileStack, Pencil, Trash2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback/notice'
import { Skeleton } from '@/components/ui/feedback/skeleton'
import { IconButton } from '@/components/ui/icon-button'
import { Pill } from '@/components/ui/pill'
import { failureOf } from '@/lib/client/api'
import { toast } from '@/lib/client/browser/toast'
import {
  useChannelTemplates,
  useRemoveTemplate,
  useSaveTemplate,
} from '@/lib/client/channel/templates'
import type { Template } from '@/lib/domain/reply/template'
import { useTranslator } from '@/lib/i18n/use-translator'

interface CatalogueProps {
  channelId: string
  onEdit: (template: Template) => void
  onAdd: () => void
}

/** The templates of a channel; each can be changed or taken out, and what was taken out comes back by Undo. */
export function TemplateCatalogue({ channelId, onEdit, onAdd }: CatalogueProps) {
  const { t, say } = useTranslator()
  const { data, error, refetch, isFetching } = useChannelTemplates(channelId)
  const removal = useRemoveTemplate(channelId)
  const saving = useSaveTemplate(channelId)
  const remove = async ({ id, ...template }: Template) => {
    await removal.mutateAsync(id)
    const { name, language } = template
    toast(t('channelAdmin.templates.removed', { name, language }), {
      action: { label: t('common.undo'), onClick: () => saving.mutate({ template }) },
    })
  }
  if (error)
    return (
      <Notice
        urgent
        icon={<FileStack />}
        title={t('channelAdmin.templates.failed')}
        action={
          <Button pending={isFetching} onClick={() => refetch()}>
            {t('common.retry')}
          </Button>
        }
      >
        {say(failureOf(error))}
      </Notice>
    )
  if (!data) return <CatalogueSkeleton />
  if (data.length === 0)
    return (
      <Notice
        icon={<FileStack />}
        title={t('channelAdmin.templates.empty')}
        action={<Button onClick={onAdd}>{t('channelAdmin.templates.add')}</Button>}
      >
        {t('channelAdmin.templates.emptyText')}
      </Notice>
    )
  return (
    <ul
      aria-label={t('channelAdmin.templates.title')}
      className="divide-y divide-line rounded-bubble border bg-surface"
    >
      {data.map((template) => (
        <TemplateRow
          key={template.id}
          template={template}
          onEdit={() => onEdit(template)}
          onRemove={() => remove(template)}
        />
      ))}
    </ul>
  )
}

interface TemplateRowProps {
  template: Template
  onEdit: () => void
  onRemove: () => void
}

function TemplateRow({ template, onEdit, onRemove }: TemplateRowProps) {
  const { t } = useTranslator()
  const { name, language, body } = template
  return (
    <li className="flex items-center gap-3 py-2.5 pr-2 pl-4">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2">
          <span className="text-list font-medium [overflow-wrap:anywhere]">{name}</span>
          <Pill tone="outline">{language}</Pill>
        </p>
        <p dir="auto" className="line-clamp-2 text-list text-muted">
          {body}
        </p>
      </div>
      <IconButton label={t('channelAdmin.templates.edit', { name, language })} onClick={onEdit}>
        <Pencil aria-hidden className="size-4" />
      </IconButton>
      <IconButton label={t('channelAdmin.templates.remove', { name, language })} onClick={onRemove}>
        <Trash2 aria-hidden className="size-4" />
      </IconButton>
    </li>
  )
}

function CatalogueSkeleton() {
  return (
    <div aria-hidden className="divide-y divide-line rounded-bubble border bg-surface">
      {['first', 'second', 'third'].map((row) => (
        <div key={row} className="flex flex-col gap-2 px-4 py-3">
          <Skeleton className="h-4 w-48" />
          <Skeleton className="h-4 w-full" />
        </div>
      ))}
    </div>
  )
}
