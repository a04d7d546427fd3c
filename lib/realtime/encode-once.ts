import type { Changes } from '@/lib/view/changes'
import { encodeChanges, encodeReset } from './frames'
import { type ChannelOf, toVisible } from './visible'

/**
 * Encodes a frame once for everybody who may have the same part of it. Who was kept to some channels only after the
 * channels of its rows would have been read is told to fetch anew.
 */
export function encodeOnce(changes: Changes, channelOf: ChannelOf | undefined) {
  const frames = new Map<string, Uint8Array>()
  return (channels: ReadonlySet<string> | undefined): Uint8Array => {
    const key = toKey(channels)
    const frame = frames.get(key) ?? encodePart(changes, channelOf, channels)
    frames.set(key, frame)
    return frame
  }
}

function encodePart(
  changes: Changes,
  channelOf: ChannelOf | undefined,
  channels: ReadonlySet<string> | undefined,
): Uint8Array {
  if (!channels) return encodeChanges(changes)
  return channelOf
    ? encodeChanges(toVisible(changes, channelOf, channels))
    : encodeReset(changes.feed)
}

/** Names a set of channels, so that equal sets have one name. */
export function toKey(channels: Iterable<string> | undefined): string {
  return channels ? [...channels].sort().join() : 'all'
}
