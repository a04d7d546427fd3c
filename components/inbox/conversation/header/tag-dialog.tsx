'use client'

import { ColorDot } from '@/components/shell/labels/color-dot'
import { useTagChoices } from '@/lib/client/workspace/workspace-settings'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ConversationView } from '@/lib/view/conversation-view'
import { PickDialog } from './pick-dialog'
import { useToggleTag } from './use-tagging'

interface TagDialogProps {
  conversation: ConversationView
  onClose: () => void
}

/** The tags of the workspace: Enter puts one on, or takes it off where it is on. */
export function TagDialog({ conversation, onClose }: TagDialogProps) {
  const { t } = useTranslator()
  const { data, isPending, error, refetch } = useTagChoices()
  const { toggle } = useToggleTag(conversation)
  const known = data ?? []
  const left = conversation.tags.filter((name) => !known.some((tag) => tag.name === name))
  return (
    <PickDialog
      title={t('conversation.tag.dialogTitle')}
      placeholder={t('conversation.tag.placeholder')}
      picks={[
        ...known.map(({ name, color, description }) => ({
          id: name,
          label: name,
          hint: conversation.tags.includes(name)
            ? t('conversation.tag.isOn')
            : description || undefined,
          icon: <Dot color={color} />,
        })),
        ...left.map((name) => ({
          id: name,
          label: name,
          hint: t('conversation.tag.isGone'),
          icon: <Dot color="slate" />,
        })),
      ]}
      empty={t('conversation.tag.empty')}
      isLoading={isPending}
      error={error}
      onRetry={refetch}
      onPick={toggle}
      onClose={onClose}
    />
  )
}

function Dot({ color }: Pick<Parameters<typeof ColorDot>[0], 'color'>) {
  return (
    <span aria-hidden className="flex">
      <ColorDot color={color} />
    </span>
  )
}
