import { Trash2 } from 'lucide-react'
import { ChoiceField } from '@/components/ui/form/choice-field'
import { Field } from '@/components/ui/form/field'
import { IconButton } from '@/components/ui/icon-button'
import { CHANNEL_COLORS } from '@/lib/domain/channel/channel-options'
import type { WorkspaceTag } from '@/lib/domain/workspace/workspace-tag'
import { useTranslator } from '@/lib/i18n/use-translator'
import { COLOR_NAMES } from './color-names'

interface TagRowProps {
  tag: WorkspaceTag
  number: number
  /** Undefined takes it away. */
  onChange: (tag: WorkspaceTag | undefined) => void
}

/** One tag as it is written. */
export function TagRow({ tag, number, onChange }: TagRowProps) {
  const { t } = useTranslator()
  return (
    <li className="flex flex-wrap items-end gap-2 rounded-bubble border bg-surface p-3">
      <div className="w-44 max-md:flex-1">
        <Field
          label={t('workspace.tags.name', { number })}
          value={tag.name}
          maxLength={40}
          onChange={(event) => onChange({ ...tag, name: event.currentTarget.value })}
        />
      </div>
      <ChoiceField
        label={t('workspace.tags.color', { number })}
        value={tag.color}
        choices={CHANNEL_COLORS.map((value) => ({ value, label: t(COLOR_NAMES[value]) }))}
        onChoice={(value) =>
          onChange({ ...tag, color: CHANNEL_COLORS.find((color) => color === value) ?? 'slate' })
        }
      />
      <div className="min-w-48 flex-1">
        <Field
          label={t('workspace.tags.use', { number })}
          value={tag.description}
          maxLength={200}
          onChange={(event) => onChange({ ...tag, description: event.currentTarget.value })}
        />
      </div>
      <IconButton
        label={t('workspace.tags.remove', { number })}
        onClick={() => onChange(undefined)}
      >
        <Trash2 aria-hidden className="size-4" />
      </IconButton>
    </li>
  )
}
