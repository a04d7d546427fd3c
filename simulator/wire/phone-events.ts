import type { MessageEvent } from '@/lib/stella/wire'
import type { World } from '../simulated-world'
import type { Channel, Member, PhoneLine } from '../state'

/** All webhooks about one member leave in the order in which things happened. */
export function laneOf(member: Member): string {
  return member.id
}

/** A line as the message event of a webhook. */
export function toEvent(
  channel: Channel,
  member: Member,
  line: PhoneLine,
  type: string,
  data: Record<string, unknown>,
  messageId: string | undefined,
): MessageEvent {
  const ends = { from: channel.externalId, to: member.externalId }
  return { ...ends, timestamp: line.at, type, data, ...(messageId ? { messageId } : {}) }
}

/** Puts a line on the member's phone. */
export function addPhoneLine(world: World, member: Member, line: PhoneLine): PhoneLine {
  member.thread.push(line)
  world.changed({ member, line })
  return line
}
