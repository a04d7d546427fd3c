import type { Changes } from '@/lib/view/changes'
import type { MessageView } from '@/lib/view/message-view'
import { encodeChanges, encodeReset } from './frames'
import { type ChannelOf, toVisible } from './visible'

/** Who reads a stream, and what of it their browser shows. */
export interface Reader {
  agentId: string
  /** The channels it may carry; undefined: all. */
  channels?: ReadonlySet<string>
  /** The conversations whose lines it wants; undefined: all, as a browser asks that was loaded before there were any. */
  shown?: ReadonlySet<string>
}

/**
 * Encodes a frame once for everybody who is to have the same part of it. Who was kept to some channels only after the
 * channels of its rows would have been read is told to fetch anew.
 */
export function encodeParts(changes: Changes, channelOf: ChannelOf | undefined) {
  const frames = new Map<string, Uint8Array>()
  const assignees = new Map(changes.conversations.map(({ id, assignee }) => [id, assignee?.id]))
  return (reader: Reader): Uint8Array => {
    const wants = toWanted(reader, assignees)
    const lines = [...changes.messages, ...changes.activities].map((line) => (wants(line) ? 1 : 0))
    const key = `${toKey(reader.channels)} ${lines.join('')}`
    const frame = frames.get(key) ?? encodePart(changes, channelOf, reader, wants)
    frames.set(key, frame)
    return frame
  }
}

type Line = Changes['messages'][number] | Changes['activities'][number]

function encodePart(
  changes: Changes,
  channelOf: ChannelOf | undefined,
  { channels }: Reader,
  wants: (line: Line) => boolean,
): Uint8Array {
  if (channels && !channelOf) return encodeReset(changes.feed)
  const visible = channels && channelOf ? toVisible(changes, channelOf, channels) : changes
  return encodeChanges(toPart(visible, wants))
}

/** A frame without the lines that nobody looks at there; it says of which conversations they were. */
function toPart(changes: Changes, wants: (line: Line) => boolean): Changes {
  const untold = [...changes.messages, ...changes.activities].filter((line) => !wants(line))
  if (untold.length === 0) return changes
  return {
    ...changes,
    messages: changes.messages.filter(wants),
    activities: changes.activities.filter(wants),
    untold: [...new Set(untold.map(({ conversationId }) => conversationId))],
    replies: untold.some((line) => 'author' in line && line.author === 'agent') || undefined,
  }
}

/**
 * Lines of the conversations that are shown, and those of which the browser tells wherever its person is
 * (lib/client/people/news-in-changes.ts, lib/client/conversation/notices.ts).
 */
function toWanted(
  { agentId, shown }: Reader,
  assignees: ReadonlyMap<string, string | undefined>,
): (line: Line) => boolean {
  if (!shown) return () => true
  return (line) => {
    if (shown.has(line.conversationId)) return true
    if ('kind' in line && (line.kind === 'assigned' || line.kind === 'unassigned')) return true
    if (!('author' in line)) return false
    return isOfOwn(line, agentId) || assignees.get(line.conversationId) === agentId
  }
}

/** A reply of theirs that did not arrive, or one that waits for Stella. */
function isOfOwn({ author, agent, delivery, nextAttemptAt }: MessageView, agentId: string) {
  if (author !== 'agent') return false
  return nextAttemptAt !== undefined || (delivery === 'failed' && agent?.id === agentId)
}

const keys = new WeakMap<ReadonlySet<string>, string>()

/** Names a set of channels, so that equal sets have one name. */
export function toKey(channels: ReadonlySet<string> | undefined): string {
  if (!channels) return 'all'
  const key = keys.get(channels) ?? [...channels].sort().join()
  keys.set(channels, key)
  return key
}
