import type { z } from 'zod'
import { sign } from '@/lib/stella/signature/signature'
import type { DeauthorizeEvent } from '@/lib/stella/wire'
import { channelById } from '../day/members'
import type { World } from '../simulated-world'
import type { Channel } from '../state'
import { ControlError } from './error'
import type { rawBody } from './schemas'

/** The app removes the integration (custom-inbox-integration.txt "Deauthorize"); signed with the channel's secret. */
export function deauthorize(world: World, channelId: string) {
  const channel = requireChannel(world, channelId)
  const event: DeauthorizeEvent = { account: channel.app, timestamp: world.now() }
  world.webhooks.send(channel, 'account', `account ${channel.id}`, event)
  return { ok: 1 }
}

/** Posts any bytes once, signed well, signed otherwise or not at all, and gives back what the receiver answered. */
export async function sendRaw(world: World, body: z.infer<typeof rawBody>) {
  const channel = requireChannel(world, body.channel)
  const bytes = body.bodyBase64
    ? Buffer.from(body.bodyBase64, 'base64')
    : Buffer.from(body.body ?? '')
  const signature = body.signature ?? (body.sign ? sign(channel.secret, bytes) : undefined)
  const headers = {
    'Content-Type': 'application/json',
    ...(signature === undefined ? {} : { 'X-Stella-Signature': signature }),
  }
  const answer = await world.post(channel.webhookUrl, bytes, headers).catch((error: Error) => {
    throw new ControlError(502, `The receiver could not be reached: ${error.message}`)
  })
  return { ok: 1, status: answer.status, body: answer.body }
}

function requireChannel(world: World, id: string): Channel {
  const channel = channelById(world, id)
  if (!channel) throw new ControlError(404, `There is no channel ${id}.`)
  return channel
}
