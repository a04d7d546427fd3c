import type { StellaMember } from '@/lib/stella/wire'
import { FIRST_NODE, TREE } from '../bot/bot'
import type { About } from '../faults'
import { mediaPath, PIECES } from '../media/catalogue'
import type { World } from '../simulated-world'
import type { Channel, Member } from '../state'
import { toStellaId } from '../stella-ids'
import { CAST, findPerson, type Person, ROY } from './cast'

/** Makes everybody of the cast who uses this platform a member of the channel; who is one already stays as they are. */
export function attachCast(world: World, channel: Channel): Member[] {
  return CAST.filter((person) => person.platform === channel.platform).map((person) =>
    ensureMember(world, channel, person.externalId),
  )
}

/** The member with this external id on the channel, made on first use; strangers are welcome beside the cast. */
export function ensureMember(
  world: World,
  channel: Channel,
  externalId: string,
  details: Partial<Person> = {},
): Member {
  const known = findMember(world, channel.id, externalId)
  if (known) return known
  const member = toMember(world, channel, {
    ...findPerson(channel.platform, externalId),
    ...details,
    externalId,
  })
  world.state.members.push(member)
  world.save()
  return member
}

export function findMember(
  world: World,
  channelId: string,
  externalId: string,
): Member | undefined {
  return world.state.members.find((m) => m.channel === channelId && m.externalId === externalId)
}

export function channelById(world: World, channelId: string): Channel | undefined {
  return world.state.channels.find((channel) => channel.id === channelId)
}

/** How a call about this member is named where faults are asked for. */
export function aboutOf(member: Member): About {
  return { channel: member.channel, member: member.externalId }
}

/** The channel of a member; it is there because a channel that is removed takes its members along. */
export function channelOfMember(world: World, member: Member): Channel {
  const channel = channelById(world, member.channel)
  if (!channel) throw new Error(`The channel ${member.channel} is gone.`)
  return channel
}

/**
 * Who the REST API means. `external_id` names no channel, so the same phone number on two channels is ambiguous
 * (Facts §5.2): the one who wrote last is meant. A token of one app sees that app's members only.
 */
export function lookUpMember(
  world: World,
  by: { memberId?: string; externalId?: string; app?: string },
): Member | undefined {
  const seen = world.state.members.filter(
    (member) =>
      (by.memberId ? member.id === by.memberId : member.externalId === by.externalId) &&
      (!by.app || channelOfMember(world, member).app === by.app),
  )
  return seen.sort((a, b) => lastWroteAt(b) - lastWroteAt(a))[0]
}

/** Turns live chat on or off, whoever does it. No event says so: that is the platform's way (Facts §6.1). */
export function putLiveChat(world: World, member: Member, liveChat: boolean) {
  if (member.liveChat && !liveChat) {
    member.bot = { node: FIRST_NODE, answers: {}, misses: 0, greetAgain: true }
  }
  member.liveChat = liveChat
  noteChange(world, member)
}

export function noteChange(world: World, member: Member) {
  member.updatedAt = world.now()
  member.version += 1
  world.changed({ member })
}

/** The member as `GET /member` gives it: the document's sample plus `updatedAt` and the bot's place (Facts §6.1). */
export function toStellaMember(world: World, member: Member): StellaMember & { updatedAt: number } {
  const channel = channelOfMember(world, member)
  return {
    _id: member.id,
    externalId: member.externalId,
    app: channel.app,
    channel: channel.id,
    platform: channel.platform,
    profile: member.name ? { name: member.name } : {},
    tags: member.tags,
    meta: {},
    botMeta: {
      subscribe: true,
      liveChat: member.liveChat,
      tree: TREE,
      nodeCompositeId: `${TREE}-${member.bot.node}`,
      tempData: member.bot.answers,
    },
    botId: channel.externalId,
    admin: null,
    group: null,
    fbId: channel.platform === 'messenger' ? member.externalId : null,
    firstName: member.name ?? null,
    lastName: null,
    name: null,
    profilePic: pictureUrl(world, member),
    gender: null,
    locale: member.locale ?? null,
    email: member.email ?? null,
    profilePicString: null,
    createdAt: member.createdAt,
    updatedAt: member.updatedAt,
    etag: `d-${toStellaId(member.id, String(member.version))}`,
    _version: member.version,
  }
}

function pictureUrl({ origin }: World, { id, picture }: Member): string | null {
  const piece = PIECES.find(({ name }) => name === picture)
  return piece ? origin + mediaPath(`${piece.prefix}-${id}`, piece) : null
}

function toMember(
  world: World,
  channel: Channel,
  person: Partial<Person> & { externalId: string },
): Member {
  const now = world.now()
  return {
    id: stellaIdOf(world, channel, person.externalId),
    channel: channel.id,
    externalId: person.externalId,
    name: person.name,
    locale: person.locale,
    email: person.email,
    picture: person.picture,
    tags: person.tags ?? [],
    liveChat: false,
    bot: { node: FIRST_NODE, answers: {}, misses: 0, greetAgain: false },
    thread: [],
    createdAt: now,
    updatedAt: now,
    version: 1,
  }
}

/** Roy on the documents' number has the documents' id; on a second such channel he is another member. */
function stellaIdOf(world: World, channel: Channel, externalId: string): string {
  const isRoy = externalId === ROY.externalId && channel.externalId === ROY.channelNumber
  const isFirst = !world.state.members.some((member) => member.id === ROY.stellaId)
  return isRoy && isFirst ? ROY.stellaId : toStellaId(channel.id, externalId)
}

function lastWroteAt(member: Member): number {
  return member.thread.findLast((line) => line.from === 'member')?.at ?? 0
}
