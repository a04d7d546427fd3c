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
import { type Reason, reason, type Said } from '@/lib/i18n/reason'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { MessageView } from '@/lib/view/message-view'

/** Who wrote on our side, where it was not the agent who reads; a word and a sign, never colour alone. */
export function SenderLabel({ message, viewerId }: { message: MessageView; viewerId: string }) {
  const { say } = useTranslator()
  const sender = toSender(message, viewerId)
  if (!sender) return null
  const { Icon, name, title, look = '' } = sender
  return (
    <p
      title={title && say(title)}
      className={`mb-0.5 flex items-center gap-1 font-medium text-[12px] leading-4 ${look}`}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <bdi className="truncate">{say(name)}</bdi>
    </p>
  )
}

interface Sender {
  Icon: LucideIcon
  name: Said
  title?: Reason
  look?: string
}

/** Who has no name. `phone` and `page`: a colleague who answered past this inbox. */
const SENDERS: Record<keyof typeof AUTHOR_NAMES, Sender> = {
  bot: { Icon: Bot, name: AUTHOR_NAMES.bot, look: 'text-bot' },
  api: {
    Icon: Plug,
    name: AUTHOR_NAMES.api,
    title: reason('message.sender.api'),
    look: 'text-muted',
  },
  relay: {
    Icon: Share2,
    name: AUTHOR_NAMES.relay,
    title: reason('message.sender.relay'),
    look: 'text-muted',
  },
  phone: {
    Icon: Smartphone,
    name: AUTHOR_NAMES.phone,
    title: reason('message.sender.phone'),
    look: 'text-muted',
  },
  page: {
    Icon: Inbox,
    name: AUTHOR_NAMES.page,
    title: reason('message.sender.page'),
    look: 'text-muted',
  },
}

/** An agent without a name: nobody wrote it. */
const AUTOMATIC: Sender = {
  Icon: Timer,
  name: reason('message.author.automatic'),
  title: reason('message.sender.automatic'),
}

function toSender({ author, agent }: MessageView, viewerId: string): Sender | undefined {
  if (author === 'member') return undefined
  if (author !== 'agent') return SENDERS[author]
  if (!agent) return AUTOMATIC
  return agent.id === viewerId ? undefined : { Icon: UserRound, name: agent.name }
}
