import { chosenTitles } from '@/components/inbox/message/chosen'
import { dayOf } from '@/components/shell/time/times'
import type { LocalMessage } from '@/lib/client/message/bubble'
import type { ActivityView } from '@/lib/view/activity-view'
import type { HandOverCard } from '@/lib/view/hand-over-view'

interface MessageRow {
  type: 'message'
  key: string
  day: string
  message: LocalMessage
  /** The first and the last bubble of what one sender wrote in a row. */
  first: boolean
  last: boolean
  /** Which of the bot's choices the member took. */
  chosen?: string
}

/** What somebody who takes over has to know, where the person's stretch begins. */
interface HandOverRow {
  type: 'hand-over'
  key: string
  day: string
  card: HandOverCard
}

export type Row =
  | { type: 'day'; key: string; day: string }
  | { type: 'divider'; key: string; day: string }
  | { type: 'activities'; key: string; day: string; activities: ActivityView[] }
  | HandOverRow
  | MessageRow

export interface RowOptions {
  timeZone: string
  /** False where older messages exist that are not loaded: the first day is then not known to start here. */
  complete: boolean
  /** Id of the first message that was unread when the visit began. */
  unreadFrom?: string
  /** Ids that always start a group, so that loading older messages changes nothing that is on screen. */
  edges?: readonly string[]
  handOver?: HandOverCard
}

const GROUP_MS = 3 * 60_000

/**
 * The lines of a thread, oldest first: headings between days, the unread divider, runs of activities, and
 * messages in groups of one sender within three minutes.
 */
export function toRows(
  messages: LocalMessage[],
  activities: ActivityView[],
  { timeZone, complete, unreadFrom, edges = [], handOver }: RowOptions,
): Row[] {
  const chosen = chosenTitles(messages)
  const rows: Row[] = []
  const entries = complete
    ? merge(messages, activities, handOver)
    : merge(messages, loadedWith(messages, activities), inSight(handOver, messages))
  for (const entry of entries) {
    const day = dayOf(Date.parse('sentAt' in entry ? entry.sentAt : entry.at), timeZone)
    const previous = rows.at(-1)
    if (previous ? previous.day !== day : complete)
      rows.push({ type: 'day', key: `day:${day}:${'why' in entry ? entry.at : entry.id}`, day })
    if ('why' in entry) {
      rows.push({ type: 'hand-over', key: `hand-over:${entry.at}`, day, card: entry })
      continue
    }
    if ('sentAt' in entry) {
      if (entry.id === unreadFrom) rows.push({ type: 'divider', key: 'unread', day })
      pushMessage(rows, entry, day, {
        chosen: chosen.get(entry.id),
        edge: edges.includes(entry.id),
      })
    } else pushActivity(rows, entry, day)
  }
  return rows
}

/** A card above the oldest loaded line waits for its neighbours to load. */
function inSight(card: HandOverCard | undefined, [first]: LocalMessage[]) {
  return card && first && first.order <= card.order ? card : undefined
}

/** Activities older than the oldest loaded message wait for their neighbours to load. */
function loadedWith([first]: LocalMessage[], activities: ActivityView[]): ActivityView[] {
  return first ? activities.filter((activity) => activity.order >= first.order) : activities
}

type Entry = LocalMessage | ActivityView | HandOverCard

function merge(messages: LocalMessage[], activities: ActivityView[], card?: HandOverCard): Entry[] {
  if (activities.length === 0 && !card) return messages
  const entries: Entry[] = [...messages, ...activities]
  if (card) entries.push(card)
  return entries.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
}

function pushMessage(
  rows: Row[],
  message: LocalMessage,
  day: string,
  { chosen, edge }: { chosen?: string; edge: boolean },
) {
  const previous = rows.at(-1)
  const joins = previous?.type === 'message' && !edge && isSameGroup(previous.message, message)
  if (joins) previous.last = false
  rows.push({ type: 'message', key: message.id, day, message, first: !joins, last: true, chosen })
}

function pushActivity(rows: Row[], activity: ActivityView, day: string) {
  const previous = rows.at(-1)
  if (previous?.type === 'activities') previous.activities.push(activity)
  else rows.push({ type: 'activities', key: `did:${activity.id}`, day, activities: [activity] })
}

function isSameGroup(a: LocalMessage, b: LocalMessage): boolean {
  return (
    a.author === b.author &&
    a.agent?.id === b.agent?.id &&
    Math.abs(Date.parse(b.sentAt) - Date.parse(a.sentAt)) < GROUP_MS
  )
}
