'use client'

import { ListStart, Waypoints } from 'lucide-react'
import { Avatar } from '@/components/ui/avatar'
import { AskDialog } from '@/components/ui/dialog/ask-dialog'
import { useBotNodes, useColleagues } from '@/lib/client/owner/ownership'
import type { Viewer } from '@/lib/domain/people/viewer'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ConversationView } from '@/lib/view/conversation-view'
import { PickDialog } from '../conversation/header/pick-dialog'
import type { Ownership } from './use-ownership'

interface OwnershipDialogsProps {
  conversation: ConversationView
  viewer: Viewer
  ownership: Ownership
}

/** What has to be chosen, or asked, before a conversation changes hands. */
export function OwnershipDialogs(props: OwnershipDialogsProps) {
  const { say } = useTranslator()
  if (props.ownership.picking === 'node') return <NodeDialog {...props} />
  if (props.ownership.picking === 'agent') return <AgentDialog {...props} />
  const { asking, stopAsking } = props.ownership
  if (!asking) return null
  const { title, words, action, run } = asking
  return (
    <AskDialog title={say(title)} action={say(action)} onDo={run} onClose={stopAsking}>
      {say(words)}
    </AskDialog>
  )
}

/** Where the bot goes on: at a node we have seen members stand at, or one that is typed. */
function NodeDialog({ conversation, ownership }: OwnershipDialogsProps) {
  const { t } = useTranslator()
  const { data, isPending, error, refetch } = useBotNodes(conversation.id)
  const nodes = data?.items ?? []
  const { botNode, botTree } = conversation.member
  return (
    <PickDialog
      title={t('owner.dialog.stepTitle')}
      placeholder={t('owner.dialog.stepPlaceholder')}
      picks={nodes.map(({ id }) => ({
        id,
        label: id,
        hint: id === botNode ? t('owner.dialog.stepLast') : undefined,
        icon: <Waypoints aria-hidden />,
      }))}
      typed={(id) => ({
        id,
        label: id,
        hint: t('owner.dialog.stepTyped'),
        icon: <Waypoints aria-hidden />,
      })}
      empty={t('owner.dialog.noSteps')}
      isLoading={isPending}
      error={error}
      onRetry={refetch}
      onPick={(id) =>
        ownership.handBack({ id, tree: nodes.find((node) => node.id === id)?.tree ?? botTree })
      }
      onClose={ownership.stopPicking}
    />
  )
}

const QUEUE = 'queue'

/** Who answers from now on. */
function AgentDialog({ conversation, viewer, ownership }: OwnershipDialogsProps) {
  const { t } = useTranslator()
  const { data, isPending, error, refetch } = useColleagues()
  const holder = conversation.owner === 'agent' ? conversation.assignee?.id : undefined
  const people = (data?.items ?? []).filter(({ id }) => id !== holder)
  const queue = {
    id: QUEUE,
    label: t('owner.dialog.queue'),
    hint: t('owner.dialog.queueHint'),
    icon: <ListStart aria-hidden />,
  }
  return (
    <PickDialog
      title={t('owner.dialog.agentTitle')}
      placeholder={t('owner.dialog.agentPlaceholder')}
      picks={[
        ...people.map(({ id, name }) => ({
          id,
          label: name,
          hint: id === viewer.id ? t('owner.dialog.you') : undefined,
          icon: <Avatar name={name} size={20} />,
        })),
        // After the people, also in time: the first row is the one that Enter takes.
        ...(ownership.noQueue || isPending ? [] : [queue]),
      ]}
      empty={t('owner.dialog.nobodyElse')}
      isLoading={isPending}
      error={error}
      onRetry={refetch}
      onPick={(id) => ownership.assign(id === QUEUE ? null : id)}
      onClose={ownership.stopPicking}
    />
  )
}
