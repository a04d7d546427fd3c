import type { z } from 'zod'
import { happensOn, letHappen } from '../day/happenings'
import {
  channelById,
  ensureMember,
  findMember,
  lookUpMember,
  putLiveChat,
  toStellaMember,
} from '../day/members'
import { faultsIn } from '../faults'
import { faultsOfMember, memberSays, relaySays } from '../member-says'
import type { World } from '../simulated-world'
import type { Channel, Member } from '../state'
import type { MemberAction } from '../wire/member-action'
import { memberReads } from '../wire/report-receipts'
import { ControlError } from './error'
import type { happeningBody, liveChatBody, readBody, relayBody, sayBody } from './schemas'

/** The member writes. Answers when it is on its way, with the id that the platform gave it. */
export async function say(world: World, body: z.infer<typeof sayBody>) {
  const { name, locale, picture, at } = body
  const member = ensureMember(world, requireChannel(world, body.channel), body.member, {
    ...(name && { name }),
    ...(locale && { locale }),
    ...(picture && { picture }),
  })
  const action = toMemberAction(body)
  const written = action.type === 'text' ? faultsIn(action.text) : []
  const faults = faultsOfMember(world, member, [...body.faults, ...written], body.copies)
  const line = await memberSays(world, member, action, { at, faults })
  return { ok: 1, messageId: line.id, at: line.at, memberId: member.id, liveChat: member.liveChat }
}

export function relay(world: World, body: z.infer<typeof relayBody>) {
  const member = ensureMember(world, requireChannel(world, body.channel), body.member)
  const line = relaySays(world, member, body.text, body.fromMember)
  return { ok: 1, messageId: line.id, at: line.at }
}

/** The member looks at the phone: read receipts leave. */
export function read(world: World, body: z.infer<typeof readBody>) {
  memberReads(world, requireMember(world, body.channel, body.member))
  return { ok: 1 }
}

/** Something goes on past Stella. Answers 400 where the platform knows of no such thing. */
export function happen(world: World, body: z.infer<typeof happeningBody>) {
  const channel = requireChannel(world, body.channel)
  if (!happensOn(channel, body.what))
    throw new ControlError(400, `${channel.platform} tells of no ${body.what}.`)
  letHappen(world, ensureMember(world, channel, body.member), body.what, body.text)
  return { ok: 1 }
}

/** The member and all that stands on their phone, oldest first. */
export function showMember(world: World, channel: string | undefined, externalId: string) {
  const member = requireMember(world, channel, externalId)
  return { ok: 1, member: toStellaMember(world, member), thread: member.thread }
}

/** The bot changes liveChat by itself; no event tells. */
export function flipLiveChat(world: World, externalId: string, body: z.infer<typeof liveChatBody>) {
  const member = requireMember(world, body.channel, externalId)
  putLiveChat(world, member, body.liveChat)
  return { ok: 1, memberId: member.id }
}

function toMemberAction({
  text,
  media,
  piece,
  caption,
  replyTo,
  action,
}: z.infer<typeof sayBody>): MemberAction {
  if (action) return action
  if (media) return { type: 'media', kind: media, piece, caption: caption ?? text }
  if (text) return { type: 'text', text, replyTo }
  throw new ControlError(400, 'Give text, media or action.')
}

function requireChannel(world: World, id: string): Channel {
  const channel = channelById(world, id)
  if (!channel) throw new ControlError(404, `There is no channel ${id}.`)
  return channel
}

function requireMember(world: World, channel: string | undefined, externalId: string): Member {
  const member = channel
    ? findMember(world, channel, externalId)
    : lookUpMember(world, { externalId })
  if (!member) throw new ControlError(404, `There is no member ${externalId}.`)
  return member
}
