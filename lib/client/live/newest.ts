import type { Changes } from '@/lib/view/changes'
import type { Frame } from './live-stream'

type ChangesFrame = Extract<Frame, { type: 'changes' }>

/** What arrived together, with changes that follow each other as one. */
export function joinFrames(frames: Frame[]): Frame[] {
  const joined: Frame[] = []
  for (const frame of frames) {
    const last = joined.at(-1)
    if (last?.type === 'changes' && frame.type === 'changes' && follows(frame, last)) {
      const changes = newestOf([last.changes, frame.changes])
      joined[joined.length - 1] = { type: 'changes', after: last.after, changes }
    } else joined.push(frame)
  }
  return joined
}

/** Without a gap between them, and without what makes everything be fetched anew. */
function follows(frame: ChangesFrame, last: ChangesFrame): boolean {
  if (frame.changes.channelsChanged || last.changes.channelsChanged) return false
  return frame.after <= last.changes.feed
}

/** Many frames as one: each row once, in its newest state. */
export function newestOf(frames: Changes[]): Changes {
  const merged = frames.flatMap((frame) => frame.merged ?? [])
  const gone = new Set(merged.map(({ id }) => id))
  const stays = ({ conversationId }: { conversationId: string }) => !gone.has(conversationId)
  const untold = frames.flatMap((frame) => frame.untold ?? [])
  const counters = frames.flatMap((frame) => frame.counters ?? [])
  return {
    feed: frames.reduce((feed, frame) => Math.max(feed, frame.feed), 0),
    // A conversation that went into another one later must not come back by what an earlier frame told of it.
    conversations: newestById(frames.flatMap((frame) => frame.conversations)).filter(
      ({ id }) => !gone.has(id),
    ),
    messages: newestById(frames.flatMap((frame) => frame.messages)).filter(stays),
    activities: frames.flatMap((frame) => frame.activities).filter(stays),
    merged: merged.length > 0 ? merged : undefined,
    counters: counters.length > 0 ? counters : undefined,
    untold: untold.length > 0 ? [...new Set(untold)] : undefined,
    replies: frames.some((frame) => frame.replies) || undefined,
  }
}

function newestById<Row extends { id: string; feed: number }>(rows: Row[]): Row[] {
  const byId = new Map<string, Row>()
  for (const row of rows) {
    const known = byId.get(row.id)
    if (!known || known.feed <= row.feed) byId.set(row.id, row)
  }
  return [...byId.values()]
}
