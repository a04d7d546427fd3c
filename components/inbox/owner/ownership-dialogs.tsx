'use client'

import { ListStart, Waypoints } from 'lucide-react'
import { Avatar } from '@/components/ui/avatar'
import { AskDialog } from '@/components/ui/dialog/ask-dialog'
import { useBotNodes, useColleagues } from '@/lib/client/owner/ownership'
import type { Viewer } from '@/lib/domain/people/viewer'
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
  if (props.ownership.picking === 'node') return <NodeDialog {...props} />
  if (props.ownership.picking === 'agent') return <AgentDialog {...props} />
  const { asking, stopAsking } = props.ownership
  if (!asking) return null
  const { title, words, action, run } = asking
  return (
    <AskDialog title={title} action={action} onDo={run} onClose={stopAsking}>
      {words}
    </AskDialog>
  )
}

/** Where the bot goes on: at a node we have seen members stand at, or one that is typed. */
function NodeDialog({ conversation, ownership }: OwnershipDialogsProps) {
  const { data, isPending, error, refetch } = useBotNodes(conversation.id)
  const nodes = data?.items ?? []
  const { botNode, botTree } = conversation.member
  return (
    <PickDialog
      title="Hand back to a bot step"
      placeholder="Id of the step"
      picks={nodes.map(({ id }) => ({
        id,
        label: id,
        hint: id === botNode ? 'Was here last' : undefined,
        icon: <Waypoints aria-hidden />,
      }))}
      typed={(id) => ({ id, label: id, hint: 'As typed', icon: <Waypoints aria-hidden /> })}
      empty="No member was seen at a step of this bot yet. Type the id of a node, as the bot builder shows it."
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
  const { data, isPending, error, refetch } = useColleagues()
  const holder = conversation.owner === 'agent' ? conversation.assignee?.id : undefined
  const people = (data?.items ?? []).filter(({ id }) => id !== holder)
  const queue = {
    id: QUEUE,
    label: 'Return to queue',
    hint: 'Nobody yet',
    icon: <ListStart aria-hidden />,
  }
  return (
    <PickDialog
      title="Transfer to a colleague"
      placeholder="Name"
      picks={[
        ...people.map(({ id, name }) => ({
          id,
          label: name,
          hint: id === viewer.id ? 'You' : undefined,
          icon: <Avatar name={name} size={20} />,
        })),
        // After the people, also in time: the first row is the one that Enter takes.
        ...(ownership.noQueue || isPending ? [] : [queue]),
      ]}
      empty="There is nobody else yet."
      isLoading={isPending}
      error={error}
      onRetry={refetch}
      onPick={(id) => ownership.assign(id === QUEUE ? null : id)}
      onClose={ownership.stopPicking}
    />
  )
}
