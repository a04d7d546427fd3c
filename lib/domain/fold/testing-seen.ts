import { expect } from 'vitest'
import type { Platform } from '@/lib/domain/channel/channel'
import type { World } from '@/lib/domain/fold/world'
import { textOf } from '@/lib/domain/message/content'
import { playBodies, shownIn } from './testing-play'

/** What a person sees: whose lines, in which threads, and the lines between them. The same bodies again add nothing. */
export function seen(bodies: unknown[], platform: Platform = 'whatsapp') {
  const world = playBodies(bodies, platform)
  const again = playBodies([...bodies, ...bodies], platform)
  expect(tell(again)).toEqual(tell(world))
  expect([...world.outcomes.loaded()].map(({ error }) => error).filter(Boolean)).toEqual([])
  return tell(world)
}

function tell(world: World) {
  return {
    messages: shownIn(world).map((message) => [message.author, textOf(message.content) ?? '']),
    notes: world.activities.loaded().map(({ kind, detail }) => [kind, detail]),
    threads: new Set(shownIn(world).map((message) => message.conversationId)).size,
    conversations: world.conversations.loaded().length,
    members: world.members.loaded().map((each) => each.movedTo ?? each.externalId),
    unread: world.conversations.loaded().map(({ unread }) => unread),
  }
}
