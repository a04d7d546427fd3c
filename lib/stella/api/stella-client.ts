import type { ReadMember } from '@/lib/domain/fact'
import { reason } from '@/lib/i18n/reason'
import {
  asArray,
  asId,
  asNumber,
  asObject,
  asObjects,
  asText,
  type JsonObject,
} from '../reading/json'
import { NOBODY } from '../reading/nobody'
import type { ResponseObject } from '../wire'
import { call, type StellaConnection } from './call'
import type { StellaOutcome } from './call-outcome'

/** `POST /sendResponses` with one message object (Facts §2): one result for one reply. */
export async function sendResponse(
  connection: StellaConnection,
  to: { channelId: string; recipientId: string; response: ResponseObject },
): Promise<StellaOutcome<{ platformMessageId?: string }>> {
  const outcome = await call(connection, connection.botUrl, '/sendResponses', {
    method: 'POST',
    body: {
      channelId: to.channelId,
      recipientId: to.recipientId,
      [connection.responseKey]: [to.response],
    },
  })
  if (outcome.kind !== 'ok') return outcome
  const { value, restMs } = outcome
  return { kind: 'ok', value: { platformMessageId: messageIdOf(value) }, restMs }
}

/**
 * Finds out whether the API that sends is there, without sending: no message, to a channel that nobody has. Whatever
 * Stella says to that in its own words is a yes (the check of a connection asks the same).
 */
export async function knock(connection: StellaConnection): Promise<StellaOutcome<JsonObject>> {
  return call(connection, connection.botUrl, '/sendResponses', {
    method: 'POST',
    body: { channelId: NOBODY, recipientId: NOBODY, [connection.responseKey]: [] },
  })
}

/** `GET /member` by external id (custom-inbox-integration.txt "Get Member"). */
export async function getMember(
  connection: StellaConnection,
  member: { externalId: string; stellaId?: string },
): Promise<StellaOutcome<{ member: ReadMember; channelId?: string }>> {
  const query: Record<string, string> = member.stellaId
    ? { member_id: member.stellaId }
    : { external_id: member.externalId }
  const outcome = await call(connection, connection.restUrl, '/member', { query })
  if (outcome.kind !== 'ok') return outcome
  const found = asObject(outcome.value.member)
  const read = found && toReadMember(found)
  if (!found || !read)
    return { kind: 'refused', reason: reason('connection.call.memberUnreadable') }
  return { kind: 'ok', value: { member: read, channelId: asId(found.channel) } }
}

/** `PATCH /member/live_chat` (custom-inbox-integration.txt "Toggle LiveChat"). */
export async function patchLiveChat(
  connection: StellaConnection,
  member: { externalId: string; stellaId?: string; liveChat: boolean },
): Promise<StellaOutcome<{ stellaId?: string }>> {
  const who = member.stellaId ? { memberId: member.stellaId } : { externalId: member.externalId }
  const outcome = await call(connection, connection.restUrl, '/member/live_chat', {
    method: 'PATCH',
    body: { ...who, liveChat: member.liveChat },
  })
  if (outcome.kind !== 'ok') return outcome
  return { kind: 'ok', value: { stellaId: asId(outcome.value.memberId) } }
}

/** `POST /redirectMemberToNode` (Facts §2.4): the bot goes on at a node, and says what stands there. */
export async function redirectToNode(
  connection: StellaConnection,
  to: { channelId: string; recipientId: string; node: { id: string; tree?: string } },
): Promise<StellaOutcome<null>> {
  const { id: nodeCompositeId, tree } = to.node
  const run = { runPreAction: true, sendResponse: true, runPostAction: true }
  const outcome = await call(connection, connection.botUrl, '/redirectMemberToNode', {
    method: 'POST',
    body: {
      channelId: to.channelId,
      recipientId: to.recipientId,
      redirect: { ...(tree && { tree }), nodeCompositeId, ...run },
      meta: {},
    },
  })
  return outcome.kind === 'ok' ? { kind: 'ok', value: null } : outcome
}

/** `GET /file/whatsapp/:mediaId` (custom-inbox-integration.txt "File API"): the public address of the bytes. */
export async function getWhatsAppFile(
  connection: StellaConnection,
  file: { mediaId: string; channelId: string },
): Promise<StellaOutcome<{ url: string }>> {
  const path = `/file/whatsapp/${encodeURIComponent(file.mediaId)}`
  const outcome = await call(connection, connection.fileUrl, path, {
    query: { channel: file.channelId },
  })
  if (outcome.kind !== 'ok') return outcome
  const url = asText(outcome.value.url)
  return url
    ? { kind: 'ok', value: { url } }
    : { kind: 'refused', reason: reason('connection.call.fileNoAddress') }
}

/** Where versions put the platform's id of a sent message (Facts §0). */
function messageIdOf(answer: JsonObject): string | undefined {
  const holders = [...asObjects(answer.sendResults), ...asObjects([answer.sendResult])]
  for (const entry of holders.flatMap((holder) => asObjects(holder.result))) {
    const result = asObject(entry.result) ?? entry
    const id =
      asId(asObject(entry.messageEvent)?.messageId) ??
      asId(result.message_id) ??
      asId(asObjects(result.messages)[0]?.id)
    if (id) return id
  }
  return undefined
}

/** Display name and the rest by Facts §6.1. */
function toReadMember(member: JsonObject): ReadMember | undefined {
  const stellaId = asId(member._id)
  const botMeta = asObject(member.botMeta)
  if (!stellaId || typeof botMeta?.liveChat !== 'boolean') return undefined
  const names = [asText(member.firstName), asText(member.lastName)].filter(Boolean).join(' ')
  const name = asText(member.name) || names || asText(asObject(member.profile)?.name)
  return {
    stellaId,
    liveChat: botMeta.liveChat,
    name: name?.trim() || undefined,
    email: asText(member.email),
    locale: asText(member.customLocale) ?? asText(member.locale),
    gender: asText(member.gender),
    profilePic: asText(member.profilePic),
    tags: asArray(member.tags).flatMap((tag) => asText(tag) ?? []),
    botNode: asText(botMeta.nodeCompositeId),
    botTree: asText(botMeta.tree) ?? asText(botMeta.treeId),
    memberSince: asNumber(member.createdAt),
  }
}
