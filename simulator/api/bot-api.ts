import { z } from 'zod'
import type { ResponseObject, SendResponsesAnswer } from '@/lib/stella/wire'
import { FIRST_NODE } from '../bot/bot'
import { botSays } from '../bot/bot-says'
import { BOT_WORDS } from '../bot/bot-words'
import { languageSpokenBy } from '../day/cast'
import { aboutOf, channelById, ensureMember, noteChange } from '../day/members'
import { answerUnder, type Fault, has } from '../faults'
import { fetchSent } from '../media/sent'
import { type AgentLine, agentSays } from '../member-says'
import { type Answer, type Route, toJsonAnswer } from '../router'
import type { World } from '../simulated-world'
import type { Channel, Member, Token } from '../state'
import { laneOf } from '../wire/phone-events'
import { type ApiCall, api, Refusal, refuseBot } from './access'
import { requireSendable } from './require-sendable'

/** Send API and its sister (Facts §2): both array keys of the two generations, and the older single call. */
export function botRoutes(world: World): Route[] {
  const scopes = (own: string) => ['admin:app', 'api:admin', 'bot:admin', own]
  const send = api(world, refuseBot, scopes('bot:sendResponses'), (call) =>
    sendResponses(world, call),
  )
  const redirect = api(world, refuseBot, scopes('bot:redirectMemberToNode'), (call) =>
    redirectMember(world, call),
  )
  return [
    { method: 'POST', pattern: '/sendResponses', handler: send },
    { method: 'POST', pattern: '/sendResponse', handler: send },
    { method: 'POST', pattern: '/redirectMemberToNode', handler: redirect },
  ]
}

const responseObject = z.looseObject({ type: z.string() })

const recipient = z.object({
  channelId: z.string(),
  recipientId: z.string().optional(),
  memberId: z.string().optional(),
})

const sendBody = recipient.extend({
  response: z.union([z.array(responseObject), responseObject]).optional(),
  responses: z.array(responseObject).optional(),
})

/** How long an answer waits for its own echo under `echo-first`. */
const ECHO_WAIT_MS = 5_000

function sendResponses(world: World, { body, token }: ApiCall): Answer | Promise<Answer> {
  const parsed = sendBody.safeParse(body)
  if (!parsed.success) throw new Refusal(`The body is not valid: ${z.prettifyError(parsed.error)}`)
  const responses = responsesOf(parsed.data)
  if (responses.length === 0) return refuseEmpty(world, parsed.data.channelId)
  const { channel, member } = requireRecipient(world, token, parsed.data)
  for (const response of responses) requireSendable(channel.platform, response)

  const words = responses.map((response) => JSON.stringify(response)).join(' ')
  const faults = world.faults.take('sendResponses', aboutOf(member), words)
  return answerUnder(faults, refuseBot, async () => {
    const sent = await Promise.all(responses.map(fetchSent))
    const lines = responses.map((response, place) =>
      agentSays(world, member, response, faults, sent[place]),
    )
    const confirm = () => {
      for (const line of lines) line.confirm()
    }
    const answer = toJsonAnswer(200, toAnswer(channel, member, lines, faults))
    if (!has(faults, 'echo-first')) return { ...answer, afterwards: confirm }
    confirm()
    await world.webhooks.settled(laneOf(member), ECHO_WAIT_MS)
    return answer
  })
}

function responsesOf({ response, responses }: z.infer<typeof sendBody>): ResponseObject[] {
  const given = response ?? responses ?? []
  return Array.isArray(given) ? given : [given]
}

/** Whoever sends nothing learns as much: in words, or by the fault that every call meets now. */
function refuseEmpty(world: World, channel: string) {
  const faults = world.faults.take('sendResponses', { channel })
  return answerUnder(faults, refuseBot, () =>
    refuseBot(200, 'response must hold at least one message.'),
  )
}

/** Numbers may come with `-()+` and spaces, as people write them (Facts §2.1). */
function requireRecipient(world: World, token: Token, to: z.infer<typeof recipient>) {
  const channel = channelById(world, to.channelId)
  if (!channel || (token.app && channel.app !== token.app)) throw new Refusal('Channel not found.')
  if (to.memberId) {
    const member = world.state.members.find(
      ({ id, channel: on }) => id === to.memberId && on === channel.id,
    )
    if (!member) throw new Refusal('Member not found.')
    return { channel, member }
  }
  if (!to.recipientId) throw new Refusal('Either recipientId or memberId is required.')
  const isPhone = channel.platform === 'whatsapp'
  const externalId = isPhone ? to.recipientId.replace(/[-()+\s]/g, '') : to.recipientId
  if (!externalId) throw new Refusal('The recipient is not valid.')
  return { channel, member: ensureMember(world, channel, externalId) }
}

/** Facts §2.2: one entry per response, the platform's own result beside Stella's messageEvent. */
function toAnswer(
  channel: Channel,
  member: Member,
  lines: AgentLine[],
  faults: Fault[],
): SendResponsesAnswer {
  const sendResults = lines.map(({ line, event }) => {
    const result = has(faults, 'no-id') ? {} : toPlatformResult(channel, member, line.id)
    return { result: [{ result, messageEvent: event }] }
  })
  return { ok: 1, member: member.id, sendResults }
}

function toPlatformResult(channel: Channel, member: Member, id: string): Record<string, unknown> {
  if (channel.platform === 'whatsapp') return { messages: [{ id }] }
  return { recipient_id: member.externalId, message_id: id }
}

const redirectBody = recipient.extend({
  redirect: z.object({
    tree: z.string().optional(),
    nodeCompositeId: z.string(),
    sendResponse: z.boolean().default(true),
  }),
})

/** Puts the member on a node of the bot; its first line is sent unless `sendResponse` is false (Facts §2.4). */
function redirectMember(world: World, { body, token }: ApiCall): Answer | Promise<Answer> {
  const parsed = redirectBody.safeParse(body)
  if (!parsed.success) throw new Refusal(`The body is not valid: ${z.prettifyError(parsed.error)}`)
  const { member } = requireRecipient(world, token, parsed.data)
  const words = BOT_WORDS[languageSpokenBy(member.locale)]
  const firstLines: Record<string, string> = {
    [FIRST_NODE]: words.welcome,
    menu: words.anythingElse,
    'track-order': words.askOrder,
    'return-reason': words.askWhatHappened,
  }
  const node = parsed.data.redirect.nodeCompositeId.replace(/^tree-shop-/, '')
  const text = firstLines[node]
  if (!text) throw new Refusal('Node not found.')
  const faults = world.faults.take('redirect', aboutOf(member))
  return answerUnder(faults, refuseBot, () => {
    member.bot = { node, answers: member.bot.answers, misses: 0, greetAgain: false }
    if (parsed.data.redirect.sendResponse) botSays(world, member, { text }, world.now())
    noteChange(world, member)
    return toJsonAnswer(200, { ok: 1, member: member.id })
  })
}
