import { ownBuild } from '@/lib/own-build'
import type { Changes } from '@/lib/view/changes'

const encoder = new TextEncoder()

/** A frame of changed rows; its id is the feed number from which a reconnect goes on. */
export function encodeChanges(changes: Changes): Uint8Array {
  return encoder.encode(`event: changes\nid: ${changes.feed}\ndata: ${JSON.stringify(changes)}\n\n`)
}

/** The first frame: how soon to reconnect, where the feed stands, and which build speaks here. */
export function encodeHello(feed: number): Uint8Array {
  const build = ownBuild()
  return encoder.encode(
    `retry: 2000\nevent: hello\nid: ${feed}\ndata: ${JSON.stringify({ feed, build })}\n\n`,
  )
}

/** The gap is too wide to fill by rows: fetch anew, then go on from `feed`. */
export function encodeReset(feed: number): Uint8Array {
  return encoder.encode(`event: reset\nid: ${feed}\ndata: ${JSON.stringify({ feed })}\n\n`)
}

/** This process is about to end: reconnect, to another one or to its successor. */
export const FAREWELL: Uint8Array = encoder.encode('event: bye\ndata: {}\n\n')
