import type { ReplayInput } from '@/lib/admin/log/replay-events'
import type { Replay } from '@/lib/domain/log/replay'

/** What the words after `event replay` name: ids together, each range, or the whole quarantine. Throws a sentence. */
export function toReplayed(words: string[]): ReplayInput['events'][] {
  if (words.includes('quarantined')) return ['quarantined']
  const ranges = words.filter((word) => word.includes('-')).map(toRange)
  const ids = words.filter((word) => !word.includes('-')).map(toId)
  return ids.length > 0 ? [ids, ...ranges] : ranges
}

/** Several replays told as one. */
export function joinReplays(replays: Replay[]): Replay {
  const count = (name: 'messages' | 'conversations') =>
    replays.reduce((total, replay) => total + replay.changed[name], 0)
  return {
    dryRun: replays.some((replay) => replay.dryRun),
    events: replays.flatMap((replay) => replay.events),
    changed: { messages: count('messages'), conversations: count('conversations') },
  }
}

/** How each event ended before and ends now, and what that changes. */
export function toReplayLines({ dryRun, events, changed }: Replay): string[] {
  return [
    ...events.map(({ id, before, after, error }) =>
      [`${String(id).padStart(8)}  ${before} → ${after}`, error].filter(Boolean).join('  '),
    ),
    `${dryRun ? 'Would fold' : 'Folded'} ${events.length} again; ` +
      `${changed.messages} messages and ${changed.conversations} conversations ` +
      `${dryRun ? 'would change' : 'changed'}.`,
  ]
}

function toRange(word: string) {
  const [from = '', to = '', ...rest] = word.split('-')
  if (rest.length > 0) throw new Error(`${word} is no range of events, such as 7-12.`)
  return { from: toId(from), to: toId(to) }
}

function toId(word: string): number {
  if (!/^[1-9]\d{0,14}$/.test(word)) throw new Error(`"${word}" is no event.`)
  return Number(word)
}
