import { quotedIn, type Said } from '@/lib/i18n/reason'
import type { ActivityView } from '@/lib/view/activity-view'
import { toNoticeWords } from '../owner/notice-words'

export interface ActivityWords {
  /** Who did it, shown stronger; absent where the sentence needs nobody. */
  who?: string
  what: Said
}

/** What happened between two messages, as a short sentence. */
export function toActivityWords(activity: ActivityView, viewerId: string): ActivityWords {
  const who = activity.agent?.id === viewerId ? 'You' : activity.agent?.name
  switch (activity.kind) {
    case 'took-over':
      return who ? { who, what: 'took over' } : { what: 'A person took over' }
    case 'handed-back':
      return who
        ? { who, what: `handed back to the bot${activity.detail ? ` at ${activity.detail}` : ''}` }
        : { what: 'The conversation went back to the bot' }
    case 'bot-asked':
      return { what: 'Bot asked for a person' }
    case 'resolved':
      return who ? { who, what: 'resolved this' } : { what: 'Resolved' }
    case 'reopened':
      return who ? { who, what: 'reopened this' } : { what: 'Reopened by a new message' }
    case 'tagged':
      return { who, what: `tagged this: ${activity.detail}` }
    case 'untagged':
      return { who, what: `took off the tag: ${activity.detail}` }
    case 'disconnected':
      return { what: 'This channel was disconnected from Stella' }
    case 'reconnected':
      return { what: 'This channel is connected to Stella again' }
    default:
      return toOwnerWords(activity, who) ?? { what: toNoticeWords(activity) }
  }
}

/** How the conversation changed hands otherwise than by taking over and handing back. */
function toOwnerWords(activity: ActivityView, who: string | undefined): ActivityWords | undefined {
  const { kind, detail } = activity
  switch (kind) {
    case 'assigned':
      return toAssignedWords(activity, who)
    case 'unassigned':
      return { who, what: 'returned this to the queue' }
    case 'released':
      return {
        what: `Back in the queue: ${who === 'You' ? 'you' : who} ${leftWords(activity, who)}`,
      }
    case 'idle-handed-back':
      return { what: `Back to the bot: no answer for ${detail} min` }
    case 'idle-resolved':
      return { what: `Resolved: the member wrote nothing for ${detail} min` }
    case 'member-asked':
      return { what: `The member asked for a person: “${detail}”` }
    case 'bot-not-stopped':
      return { what: `The bot could not be stopped: ${detail}` }
    case 'bot-spoke':
      return { what: `The bot wrote while ${who === 'You' ? 'you were' : `${who} was`} answering` }
    case 'bot-took-back':
      return { what: `The bot took the conversation back from ${who === 'You' ? 'you' : who}` }
    case 'node-refused':
      return { what: `The bot did not go on at ${detail}` }
    default:
      return undefined
  }
}

function leftWords({ detail }: ActivityView, who: string | undefined): string {
  if (detail === 'disabled') return 'can no longer sign in'
  return who === 'You' ? 'no longer answer this channel' : 'no longer answers this channel'
}

function toAssignedWords({ detail }: ActivityView, who: string | undefined): ActivityWords {
  return {
    who: detail && quotedIn(detail),
    what: `transferred this to ${who === 'You' ? 'you' : who}`,
  }
}
