import type { World } from '../simulated-world'
import type { Channel, Member, PhoneLine } from '../state'
import { newInboundId, newOutboundId } from '../stella-ids'
import { toSeconds } from '../wire/inbound'
import { addPhoneLine, laneOf } from '../wire/phone-events'
import { channelOfMember } from './members'

/** What goes on beside a conversation, past Stella: the platform alone tells of it, in its raw events. */
export const HAPPENINGS = {
  edit: 'The member changes their last text',
  revoke: 'The member takes their last message back',
  answer: 'A colleague answers in the platform’s own app',
  'call-missed': 'The member calls, and nobody takes the call',
  'call-taken': 'The member calls, and the call is taken',
  'marketing-stop': 'The member wants no more marketing messages',
  'marketing-resume': 'The member wants marketing messages again',
  number: 'The member writes under a user id, and then shows the number too',
} as const

export type Happening = keyof typeof HAPPENINGS

/** Whether the platform knows of such a thing. */
export function happensOn({ platform }: Channel, what: Happening): boolean {
  if (platform === 'whatsapp') return true
  const isMeta = platform === 'messenger' || platform === 'instagram'
  return isMeta && (what === 'edit' || what === 'answer')
}

/** Makes it happen: what is said stands on the phone, and the raw events leave. */
export function letHappen(world: World, member: Member, what: Happening, text?: string) {
  const channel = channelOfMember(world, member)
  const bodies =
    channel.platform === 'whatsapp'
      ? whatsappBodies(world, member, what, text)
      : metaBodies(world, channel, member, what, text)
  for (const body of bodies) world.webhooks.send(channel, 'raw', laneOf(member), body)
}

function whatsappBodies(world: World, member: Member, what: Happening, text?: string): object[] {
  const at = world.now()
  const seconds = toSeconds(at)
  const { externalId } = member
  const channel = channelOfMember(world, member)
  const toChange = (field: string, element: object) => cloud(channel, member, field, element)
  const toMessage = (content: object) => {
    const base = { from: externalId, id: newInboundId('whatsapp'), timestamp: seconds }
    return toChange('messages', { ...base, ...content })
  }
  switch (what) {
    case 'edit': {
      const line = changeLast(world, member, text ?? 'What I meant to say')
      const message = { type: 'text', text: { body: line.text } }
      return [toMessage({ type: 'edit', edit: { original_message_id: line.id, message } })]
    }
    case 'revoke': {
      const line = changeLast(world, member, '🚫')
      return [toMessage({ type: 'revoke', revoke: { original_message_id: line.id } })]
    }
    case 'answer': {
      const { id, text: body } = addAnswer(world, member, text)
      const echo = { from: channel.externalId, to: externalId, id, timestamp: seconds }
      return [toChange('message_echoes', { ...echo, type: 'text', text: { body } })]
    }
    case 'call-missed':
    case 'call-taken':
      return toCalls(what, channel, member, at).map((call) => toChange('calls', call))
    case 'marketing-stop':
    case 'marketing-resume': {
      const wish = { wa_id: externalId, category: 'marketing_messages', timestamp: seconds }
      return [toChange('user_preferences', { ...wish, value: what.slice('marketing-'.length) })]
    }
    case 'number':
      return toTwoIds(world, channel, member, text)
  }
}

/** One element in the Cloud envelope, in an array that is called as its change is. */
function cloud(channel: Channel, member: Member, field: string, element: object): object {
  const contacts = [{ profile: { name: member.name }, wa_id: member.externalId }]
  return inEnvelope(channel, field, { contacts, [field]: [element] })
}

function inEnvelope(channel: Channel, field: string, value: object): object {
  const metadata = { display_phone_number: channel.externalId, phone_number_id: channel.id }
  const change = { field, value: { messaging_product: 'whatsapp', metadata, ...value } }
  return { object: 'whatsapp_business_account', entry: [{ id: channel.app, changes: [change] }] }
}

function toCalls(what: Happening, channel: Channel, member: Member, at: number): object[] {
  const ends = { from: member.externalId, to: channel.externalId, direction: 'USER_INITIATED' }
  const id = `wacid.${newInboundId('whatsapp')}`
  const end = what === 'call-taken' ? { status: 'COMPLETED', duration: 48 } : { status: 'FAILED' }
  return [
    { id, ...ends, event: 'connect', timestamp: toSeconds(at - 48_000) },
    { id, ...ends, event: 'terminate', timestamp: toSeconds(at), ...end },
  ]
}

/** First under a user id alone, then with the number beside it: one person. */
function toTwoIds(world: World, channel: Channel, member: Member, text?: string): object[] {
  const user = `HK.${member.externalId}`
  const profile = { name: member.name }
  const toBody = (body: string, isShown: boolean) => {
    const line = addText(world, member, 'member', newInboundId('whatsapp'), body)
    const number = isShown ? { from: member.externalId } : {}
    const contact = isShown ? { wa_id: member.externalId } : {}
    const base = { from_user_id: user, id: line.id, timestamp: toSeconds(line.at) }
    const content = { ...number, ...base, type: 'text', text: { body } }
    const contacts = [{ profile, user_id: user, ...contact }]
    return inEnvelope(channel, 'messages', { contacts, messages: [content] })
  }
  return [toBody(text ?? 'Hi, it is me', false), toBody('This is my number', true)]
}

function metaBodies(
  world: World,
  channel: Channel,
  member: Member,
  what: Happening,
  text?: string,
): object[] {
  const theirs = { sender: { id: member.externalId }, recipient: { id: channel.externalId } }
  const timestamp = world.now()
  if (what === 'edit') {
    const line = changeLast(world, member, text ?? 'What I meant to say')
    const edit = { mid: line.id, text: line.text, num_edit: 1 }
    return [{ ...theirs, timestamp, message_edit: edit }]
  }
  if (what !== 'answer') return []
  const { id: mid, text: words } = addAnswer(world, member, text)
  const ours = { sender: theirs.recipient, recipient: theirs.sender }
  return [{ ...ours, timestamp, message: { is_echo: true, app_id: PAGE_INBOX, mid, text: words } }]
}

/** The app id under which the platform echoes what people write in a page's own inbox. */
const PAGE_INBOX = 263902037430900

function addAnswer(world: World, member: Member, text = 'Hi, I am answering from my phone.') {
  const { platform } = channelOfMember(world, member)
  return addText(world, member, 'agent', newOutboundId(platform), text)
}

function addText(
  world: World,
  member: Member,
  from: PhoneLine['from'],
  id: string,
  text: string,
): PhoneLine {
  return addPhoneLine(world, member, { from, id, at: world.now(), text })
}

/** The member's last line, with other words from now on. */
function changeLast(world: World, member: Member, text: string): PhoneLine {
  const line =
    member.thread.findLast(({ from, media }) => from === 'member' && !media) ??
    addText(world, member, 'member', newInboundId(channelOfMember(world, member).platform), text)
  line.text = text
  world.changed({ member, line })
  return line
}
