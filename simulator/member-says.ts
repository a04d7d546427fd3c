import type { MessageEvent, ResponseObject } from '@/lib/stella/wire'
import { letBotAnswer } from './bot/bot-says'
import { channelOfMember, putLiveChat } from './day/members'
import { type Fault, type FaultName, has, mannerOf } from './faults'
import { attachMedia } from './media/catalogue'
import type { SentFile, Unfetched } from './media/sent'
import { onPhone, responseOnPhone } from './phone-lines'
import type { World } from './simulated-world'
import type { Member, PhoneLine } from './state'
import { newInboundId, newOutboundId } from './stella-ids'
import type { MemberAction, PerformedAction } from './wire/member-action'
import { addPhoneLine, laneOf, toEvent } from './wire/phone-events'
import { reportReceipts } from './wire/report-receipts'
import { toNormalized, toOutbound, toRaw } from './wire/webhook-bodies'

export interface SayOptions {
  /** When it was written, epoch ms; now if absent. */
  at?: number
  faults?: Fault[]
}

/** A member writes: it stands on their phone, the webhooks leave, and while liveChat is off the bot answers. */
export async function memberSays(
  world: World,
  member: Member,
  action: MemberAction,
  { at, faults = [] }: SayOptions = {},
): Promise<PhoneLine> {
  const channel = channelOfMember(world, member)
  const now: PerformedAction = action.type === 'media' ? await attachMedia(world, action) : action
  const inbound = { id: newInboundId(channel.platform), at: at ?? world.now(), action: now }
  const line = addPhoneLine(world, member, {
    from: 'member',
    id: inbound.id,
    at: inbound.at,
    ...onPhone(now),
  })

  const manner = mannerOf(faults)
  const raw = toRaw(channel, member, inbound)
  const normalized = toNormalized(channel, member, inbound)
  if (raw) world.webhooks.send(channel, 'raw', laneOf(member), raw, manner)
  if (normalized) world.webhooks.send(channel, 'normalized', laneOf(member), normalized, manner)

  if (has(faults, 'bot-takes-back')) putLiveChat(world, member, false)
  if (now.type === 'reaction') return line
  if (!member.liveChat) letBotAnswer(world, member, now, inbound.at, manner)
  else if (has(faults, 'bot-speaks')) {
    letBotAnswer(world, member, now, inbound.at, manner)
    member.liveChat = true
  }
  return line
}

/** Faults that act on the member's own message. */
const NOW: FaultName[] = ['duplicate', 'shuffle', 'bot-speaks', 'bot-takes-back']

/** The faults of a member's own words: what concerns webhooks acts now, the rest on the next reply to them. */
export function faultsOfMember(
  world: World,
  member: Member,
  names: FaultName[],
  copies?: number,
): Fault[] {
  const faults = names.map((fault) => ({ fault, times: 1, api: 'sendResponses' as const, copies }))
  const isNow = ({ fault }: Fault) => NOW.includes(fault)
  for (const fault of faults.filter((fault) => !isNow(fault))) {
    world.faults.add({ ...fault, channel: member.channel, member: member.externalId })
  }
  return faults.filter(isNow)
}

export interface AgentLine {
  line: PhoneLine
  event: MessageEvent
  /** Sends the MANUAL echo and what the platform reports about the message. */
  confirm(): void
}

/** The API has accepted a response: it stands on the member's phone; the echo leaves when `confirm` is called. */
export function agentSays(
  world: World,
  member: Member,
  response: ResponseObject,
  faults: Fault[],
  sent?: SentFile | Unfetched,
): AgentLine {
  const channel = channelOfMember(world, member)
  const { type, ...data } = response
  const line = addPhoneLine(world, member, {
    from: 'agent',
    id: newOutboundId(channel.platform),
    at: world.now(),
    ...withSent(responseOnPhone(response), sent),
  })
  const id = has(faults, 'no-id') ? undefined : line.id
  const event = toEvent(channel, member, line, type, data, id)
  const manner = mannerOf(faults)
  const failure = sent && 'code' in sent ? sent : undefined
  const confirm = () => {
    const echo = toOutbound('MANUAL', channel, event)
    if (!has(faults, 'no-echo'))
      world.webhooks.send(channel, 'outbound', laneOf(member), echo, manner)
    reportReceipts(world, member, line, { manner, fails: has(faults, 'later'), failure })
  }
  return { line, event, confirm }
}

/** The phone shows its own copy, and nothing where the platform could not fetch one. */
function withSent(
  seen: ReturnType<typeof responseOnPhone>,
  sent: SentFile | Unfetched | undefined,
) {
  if (!sent || !seen.media) return seen
  return 'path' in sent
    ? { ...seen, media: { ...seen.media, url: sent.path } }
    : { text: seen.text }
}

/** A line through a pairing channel: to the member, or from them (Facts §3.4). */
export function relaySays(
  world: World,
  member: Member,
  text: string,
  isFromMember: boolean,
): PhoneLine {
  const channel = channelOfMember(world, member)
  const from = isFromMember ? 'member' : 'relay'
  const line = addPhoneLine(world, member, {
    from,
    id: newOutboundId(channel.platform),
    at: world.now(),
    text,
  })
  const event = toEvent(channel, member, line, 'TEXT', { text }, line.id)
  const turned = isFromMember ? { ...event, from: event.to, to: event.from } : event
  world.webhooks.send(channel, 'outbound', laneOf(member), toOutbound('RELAY', channel, turned))
  return line
}
