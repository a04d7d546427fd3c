import { type Reason, reason, type Said } from '@/lib/i18n/reason'
import type { ActivityView } from '@/lib/view/activity-view'
import { toNoticeWords } from '../owner/notice-words'

const MINUTE_MS = 60_000

/** What happened between two messages, as a short sentence. Who did it stands in a tag `b`. */
export function toActivityWords(activity: ActivityView, viewerId: string): Said {
  const { kind, agent, detail = '' } = activity
  const who = toWho(activity, viewerId)
  switch (kind) {
    case 'took-over':
      return agent
        ? reason('message.activity.tookOver', { who })
        : reason('message.activity.personTookOver')
    case 'handed-back':
      return toHandedBack(activity, who)
    case 'bot-asked':
      return reason('message.activity.botAsked')
    case 'resolved':
      return agent
        ? reason('message.activity.resolvedBy', { who })
        : reason('message.activity.resolved')
    case 'reopened':
      return agent
        ? reason('message.activity.reopenedBy', { who })
        : reason('message.activity.reopened')
    case 'tagged':
      return reason('message.activity.tagged', { who, tags: detail })
    case 'untagged':
      return reason('message.activity.untagged', { who, tags: detail })
    case 'disconnected':
      return reason('message.activity.disconnected')
    case 'reconnected':
      return reason('message.activity.reconnected')
    default:
      return toOwnerWords(activity, viewerId) ?? toNoticeWords(activity)
  }
}

/** Who did it, as the subject of a sentence. */
function toWho({ agent }: ActivityView, viewerId: string): Said {
  if (agent?.id === viewerId) return reason('message.activity.you')
  return agent?.name ?? reason('message.activity.someone')
}

function toHandedBack({ agent, detail }: ActivityView, who: Said): Reason {
  if (!agent) return reason('message.activity.wentBack')
  return detail
    ? reason('message.activity.handedBackAt', { who, node: detail })
    : reason('message.activity.handedBack', { who })
}

/** How the conversation changed hands otherwise than by taking over and handing back. */
function toOwnerWords(activity: ActivityView, viewerId: string): Reason | undefined {
  const { kind, detail = '' } = activity
  switch (kind) {
    case 'unassigned':
      return reason('message.activity.unassigned', { who: toWho(activity, viewerId) })
    case 'idle-handed-back':
      return reason('message.activity.idleHandedBack', { span: toSpan(detail) })
    case 'idle-resolved':
      return reason('message.activity.idleResolved', { span: toSpan(detail) })
    case 'member-asked':
      return reason('message.activity.memberAsked', { words: detail })
    case 'bot-not-stopped':
      return reason('message.activity.botNotStopped', { why: detail })
    case 'node-refused':
      return reason('message.activity.nodeRefused', { node: detail })
    default:
      return activity.agent?.id === viewerId ? toWordsOfYou(activity) : toWordsOf(activity)
  }
}

/** What somebody else did with the conversation of whoever reads it. */
function toWordsOfYou({ kind, detail }: ActivityView): Reason | undefined {
  switch (kind) {
    case 'assigned':
      return reason('message.activity.assignedToYou', { who: toAssigner(detail) })
    case 'released':
      return detail === 'disabled'
        ? reason('message.activity.releasedSignInYou')
        : reason('message.activity.releasedChannelYou')
    case 'bot-spoke':
      return reason('message.activity.botSpokeYou')
    case 'bot-took-back':
      return reason('message.activity.botTookBackYou')
    default:
      return undefined
  }
}

/** The same, with the conversation of a colleague. */
function toWordsOf({ kind, detail, agent }: ActivityView): Reason | undefined {
  const name = agent?.name ?? reason('message.author.agent')
  switch (kind) {
    case 'assigned':
      return reason('message.activity.assigned', { who: toAssigner(detail), name })
    case 'released':
      return detail === 'disabled'
        ? reason('message.activity.releasedSignIn', { name })
        : reason('message.activity.releasedChannel', { name })
    case 'bot-spoke':
      return reason('message.activity.botSpoke', { name })
    case 'bot-took-back':
      return reason('message.activity.botTookBack', { name })
    default:
      return undefined
  }
}

function toAssigner(detail: Said | undefined): Said {
  return detail ?? reason('message.activity.someone')
}

/** The minutes of a timer. */
function toSpan(minutes: Said) {
  return { ms: Number(minutes) * MINUTE_MS, style: 'long' } as const
}
