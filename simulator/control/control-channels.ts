import type { z } from 'zod'
import { attachCast, channelById, toStellaMember } from '../day/members'
import type { World } from '../simulated-world'
import type { Channel } from '../state'
import { ControlError } from './error'
import type { channelBody } from './schemas'

/** Connects a channel, or changes one: its address may have moved, so what waits for it is tried again at once. */
export function putChannel(world: World, id: string, body: z.infer<typeof channelBody>) {
  const channel: Channel = { id, ...body }
  const known = channelById(world, id)
  if (known && known.platform !== channel.platform) {
    throw new ControlError(409, 'A channel can not change its platform.')
  }
  if (known) Object.assign(known, channel)
  else world.state.channels.push(channel)
  const members = attachCast(world, channel)
  world.webhooks.retryNow(id)
  world.save()
  return { ok: 1, channel: id, members: members.map((member) => toStellaMember(world, member)) }
}

export function removeChannel(world: World, id: string) {
  if (!channelById(world, id)) throw new ControlError(404, `There is no channel ${id}.`)
  world.state.channels = world.state.channels.filter((channel) => channel.id !== id)
  world.state.members = world.state.members.filter((member) => member.channel !== id)
  world.webhooks.forget(id)
  world.save()
  return { ok: 1 }
}

/** All channels, without their secrets. */
export function getChannels(world: World) {
  return { ok: 1, channels: world.state.channels.map(({ secret: _, ...channel }) => channel) }
}
