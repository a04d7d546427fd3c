import type { ResponseObject } from '@/lib/stella/wire'
import { languageSpokenBy } from '../day/cast'
import { channelOfMember, noteChange } from '../day/members'
import type { World } from '../simulated-world'
import type { Channel, Member, PhoneLine } from '../state'
import { newOutboundId } from '../stella-ids'
import type { PerformedAction } from '../wire/member-action'
import { addPhoneLine, laneOf, toEvent } from '../wire/phone-events'
import { reportReceipts } from '../wire/report-receipts'
import { toOutbound } from '../wire/webhook-bodies'
import type { Manner } from '../wire/webhooks'
import { type BotLine, botTurn } from './bot'

/** The bot says something by itself. `at` in epoch ms. */
export function botSays(
  world: World,
  member: Member,
  spoken: BotLine,
  at: number,
  manner?: Manner,
): PhoneLine {
  const channel = channelOfMember(world, member)
  const id = newOutboundId(channel.platform)
  const line = addPhoneLine(world, member, {
    from: 'bot',
    id,
    at,
    text: spoken.text,
    choices: spoken.choices,
  })
  const { type, ...data } = toBotResponse(channel, spoken)
  const event = toEvent(channel, member, line, type, data, line.id)
  world.webhooks.send(
    channel,
    'outbound',
    laneOf(member),
    toOutbound('BOT', channel, event),
    manner,
  )
  reportReceipts(world, member, line, { manner })
  return line
}

/** The bot's turn: its lines, and liveChat where the member asked it for a person. */
export function letBotAnswer(
  world: World,
  member: Member,
  action: PerformedAction,
  at: number,
  manner: Manner,
) {
  const turn = botTurn(member.bot, toBotInput(action), languageSpokenBy(member.locale))
  member.bot = turn.state
  member.liveChat = turn.wantsPerson
  // A line of the bot is never older than what it answers; lines a millisecond apart keep their order everywhere.
  for (const [index, line] of turn.lines.entries())
    botSays(world, member, line, at + 1 + index, manner)
  noteChange(world, member)
}

function toBotInput(action: PerformedAction) {
  if (action.type === 'text') return { text: action.text }
  if (action.type === 'tap') return { text: action.title, payload: action.payload }
  if (action.type === 'media') return { text: action.media.caption, isMedia: true }
  return {}
}

/** Buttons in the form the platform knows: WhatsApp's reply buttons, quick replies elsewhere (Facts §4.1, §4.3). */
function toBotResponse(channel: Channel, { text, choices }: BotLine): ResponseObject {
  if (!choices) return { type: 'TEXT', text }
  if (channel.platform === 'whatsapp') {
    const buttons = choices.map((choice) => ({ type: 'reply', reply: choice }))
    return { type: 'WHATSAPP_REPLY_BUTTONS', body: { text }, action: { buttons } }
  }
  const quickReplies = choices.map((choice) => ({
    id: choice.payload,
    content_type: 'text',
    ...choice,
  }))
  return { type: 'TEXT', text, quickReplies }
}
