'use client'

import { ColorDot } from '@/components/shell/labels/color-dot'
import { useTagChoices } from '@/lib/client/workspace/workspace-settings'
import type { ConversationView } from '@/lib/view/conversation-view'
import { PickDialog } from './pick-dialog'
import { useToggleTag } from './use-tagging'

interface TagDialogProps {
  conversation: ConversationView
  onClose: () => void
}

/** The tags of the workspace: Enter puts one on, or takes it off where it is on. */
export function TagDialog({ conversation, onClose }: TagDialogProps) {
  const { data, isPending, error, refetch } = useTagChoices()
  const { toggle } = useToggleTag(conversation)
  const known = data ?? []
  const left = conversation.tags.filter((name) => !known.some((tag) => tag.name === name))
  return (
    <PickDialog
      title="Tag this conversation"
      placeholder="Tag"
      picks={[
        ...known.map(({ name, color, description }) => ({
          id: name,
          label: name,
          hint: conversation.tags.includes(name) ? 'Is on: take it off' : description || undefined,
          icon: <Dot color={color} />,
        })),
        ...left.map((name) => ({
          id: name,
          label: name,
          hint: 'No longer in the list: take it off',
          icon: <Dot color="slate" />,
        })),
      ]}
      empty="This workspace has no tags yet. A supervisor adds them under Admin, Tags."
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
