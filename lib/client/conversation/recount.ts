import type { ConversationView } from '@/lib/view/conversation-view'

/** The first change is counted after this; while changes go on and on the pause doubles up to the most. */
const PAUSE_MIN_MS = 1_000
const PAUSE_MAX_MS = 5_000
/** Conversations remembered; beyond it all are forgotten, and counted once more as they change. */
const KNOWN_MAX = 5_000

/**
 * When the counters of the views have to be asked for: after a conversation came, or moved between views. A line in a
 * conversation that stays where it is changes none of them. A hidden page asks when it is looked at.
 */
export function watchCounts(recount: () => void) {
  const known = new Map<string, string>()
  let pauseMs = PAUSE_MIN_MS
  let countedAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOwed = false

  function count() {
    timer = undefined
    isOwed = document.hidden
    if (isOwed) return
    countedAt = Date.now()
    recount()
  }

  function plan() {
    if (timer !== undefined || isOwed) return
    const isBusy = Date.now() - countedAt < 2 * pauseMs
    pauseMs = isBusy ? Math.min(pauseMs * 2, PAUSE_MAX_MS) : PAUSE_MIN_MS
    timer = setTimeout(count, pauseMs)
  }

  const onShow = () => isOwed && !document.hidden && count()
  document.addEventListener('visibilitychange', onShow)
  return {
    /** Conversations as a frame of the stream tells them. */
    add(conversations: ConversationView[]) {
      for (const conversation of conversations) {
        const place = placeOf(conversation)
        if (known.get(conversation.id) !== place) plan()
        known.set(conversation.id, place)
      }
      if (known.size > KNOWN_MAX) known.clear()
    },
    /** After a gap, everything is fetched anyway, and what was known says nothing. */
    forget: () => known.clear(),
    stop() {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', onShow)
    },
  }
}

/** All that the server counts by. */
function placeOf({ owner, status, assignee, channel }: ConversationView): string {
  return `${status} ${owner} ${assignee?.id ?? ''} ${channel.id}`
}
