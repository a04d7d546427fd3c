import { channelById } from '../day/members'
import { answerUnder } from '../faults'
import { findPiece, mediaPath } from '../media/catalogue'
import { type Route, toJsonAnswer } from '../router'
import type { World } from '../simulated-world'
import { type ApiCall, api, Refusal, refuseRest } from './access'

/** File API of custom-inbox-integration.txt; its base has no `/rest` (Facts §1.1). */
export function fileRoutes(world: World): Route[] {
  const scopes = ['admin:app', 'api:admin', 'file:admin', 'file:waGet']
  const handler = api(world, refuseRest, scopes, (call) => getWhatsappFile(world, call))
  return [{ method: 'GET', pattern: '/vnext/file/whatsapp/:mediaId', handler }]
}

function getWhatsappFile(world: World, { params, query, token, origin }: ApiCall) {
  const channel = channelById(world, query.get('channel') ?? '')
  if (!channel || (token.app && channel.app !== token.app)) throw new Refusal('Channel not found.')
  if (channel.platform !== 'whatsapp') throw new Refusal('This is not a WhatsApp channel.')
  const mediaId = params.mediaId ?? ''
  const piece = findPiece(mediaId)
  if (!piece) throw new Refusal('Media not found. It may have expired.')
  // A media id names no member, so faults of this API can be asked for by channel only.
  const faults = world.faults.take('file', { channel: channel.id })
  return answerUnder(faults, refuseRest, () =>
    toJsonAnswer(200, { ok: 1, url: `${origin}${mediaPath(mediaId, piece)}` }),
  )
}
