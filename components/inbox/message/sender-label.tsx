import {
  Bot,
  Inbox,
  type LucideIcon,
  Plug,
  Share2,
  Smartphone,
  Timer,
  UserRound,
} from 'lucide-react'
import { AUTHOR_NAMES } from '@/lib/domain/message/author'
import type { MessageView } from '@/lib/view/message-view'

/** Who wrote on our side, where it was not the agent who reads; a word and a sign, never colour alone. */
export function SenderLabel({ message, viewerId }: { message: MessageView; viewerId: string }) {
  const sender = toSender(message, viewerId)
  if (!sender) return null
  const { Icon, name, title, look } = sender
  return (
    <p
      title={title}
      className={`mb-0.5 flex items-center gap-1 font-medium text-[12px] leading-4 ${look}`}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <bdi className="truncate">{name}</bdi>
    </p>
  )
}

interface Sender {
  Icon: LucideIcon
  name: string
  title?: string
  look: string
}

/** A colleague who answered past this inbox. */
const elsewhere: Record<'phone' | 'page', Sender> = {
  phone: {
    Icon: Smartphone,
    name: AUTHOR_NAMES.phone,
    title: 'Written by a colleague in the platform’s app on a phone',
    look: 'text-muted',
  },
  page: {
    Icon: Inbox,
    name: AUTHOR_NAMES.page,
    title: 'Written by a colleague in the platform’s own inbox of the page',
    look: 'text-muted',
  },
}

function toSender({ author, agent }: MessageView, viewerId: string): Sender | undefined {
  if (author === 'bot') return { Icon: Bot, name: 'Bot', look: 'text-bot' }
  if (author === 'api')
    return {
      Icon: Plug,
      name: 'API',
      title: 'Sent through Stella by another tool',
      look: 'text-muted',
    }
  if (author === 'relay')
    return { Icon: Share2, name: 'Relay', title: 'Sent from a paired channel', look: 'text-muted' }
  if (author === 'phone' || author === 'page') return elsewhere[author]
  if (author === 'agent' && !agent)
    return {
      Icon: Timer,
      name: 'Automatic',
      title: 'Sent by a timer of this channel',
      look: '',
    }
  if (author === 'agent' && agent && agent.id !== viewerId)
    return { Icon: UserRound, name: agent.name, look: '' }
  return undefined
}
