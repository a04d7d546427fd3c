import type { ServiceNote } from '@/lib/domain/message/service-notes'

/** Each note as a sentence: with what it is about, and where nothing is known of that. */
const WORDS: Record<ServiceNote, [about: (value: string) => string, alone: string]> = {
  joined: [(who) => `${who} joined the group`, 'Somebody joined the group'],
  left: [(who) => `${who} left the group`, 'Somebody left the group'],
  'group-named': [(name) => `The group is now called “${name}”`, 'The group has a new name'],
  'group-photo': same('The group has a new photo'),
  'group-photo-removed': same('The group’s photo was removed'),
  'group-created': same('The group was created'),
  'auto-delete': [toTimer, 'Messages in this chat may delete themselves'],
  pinned: [(text) => `Pinned: “${text}”`, 'A message was pinned'],
  'shared-people': [(who) => `The member shared ${who}`, 'The member shared a person'],
  'shared-chat': [(name) => `The member shared the chat “${name}”`, 'The member shared a chat'],
  'signed-in-to': [
    (site) => `The member signed in to ${site}`,
    'The member signed in to a website',
  ],
  'allowed-writing': same('The member allowed the bot to write'),
  passport: same('The member shared documents through Telegram Passport'),
  'came-near': [(who) => `${who} came near`, 'Somebody came near'],
  boosted: same('The group was boosted'),
  background: same('The chat has a new background'),
  'tasks-done': same('Tasks of a checklist were done or opened again'),
  'tasks-added': [(tasks) => `Added to a checklist: “${tasks}”`, 'A checklist has new tasks'],
  'topic-created': [(name) => `The topic “${name}” began`, 'A topic began'],
  'topic-named': [(name) => `The topic is now called “${name}”`, 'The topic was changed'],
  'topic-closed': same('The topic was closed'),
  'topic-reopened': same('The topic was opened again'),
  'topic-hidden': same('The general topic was hidden'),
  'topic-shown': same('The general topic is shown again'),
  'video-chat-scheduled': same('A video chat was scheduled'),
  'video-chat-began': same('A video chat began'),
  'video-chat-ended': same('The video chat ended'),
  'video-chat-invited': [(who) => `Invited to the video chat: ${who}`, 'Invited to the video chat'],
  paid: [(amount) => `The member paid ${amount}`, 'The member paid'],
  refunded: [(amount) => `The member got ${amount} back`, 'The member got a payment back'],
  'giveaway-began': same('A giveaway began'),
  'giveaway-ended': same('The giveaway ended'),
  'price-changed': same('The price of a message changed'),
  'post-approved': same('A suggested post was approved'),
  'post-failed': same('A suggested post could not be approved'),
  'post-declined': [
    (why) => `A suggested post was declined: “${why}”`,
    'A suggested post was declined',
  ],
  'post-paid': same('A suggested post was paid for'),
  'post-refunded': same('The payment for a suggested post went back'),
  'gift-upgraded': same('A gift was upgraded'),
  'owner-left': same('The group’s owner left'),
  'owner-changed': [(who) => `${who} owns the group now`, 'The group has a new owner'],
  'menu-pictures': [toPictures, 'The member sends photos from the menu'],
}

/** What a platform noted in the chat, from an activity’s detail; undefined for a note that nobody here knows. */
export function toServiceWords(detail: string): string | undefined {
  const space = detail.indexOf(' ')
  const note = space < 0 ? detail : detail.slice(0, space)
  if (!isNote(note)) return undefined
  const [about, alone] = WORDS[note]
  return space < 0 ? alone : about(detail.slice(space + 1))
}

function isNote(note: string): note is ServiceNote {
  return Object.hasOwn(WORDS, note)
}

function same(words: string): [() => string, string] {
  return [() => words, words]
}

function toTimer(seconds: string): string {
  const hours = Number(seconds) / 3600
  if (!(hours > 0)) return 'Messages no longer delete themselves'
  const [count, unit] = hours >= 24 ? [hours / 24, 'day'] : [hours, 'hour']
  const rounded = Math.max(1, Math.round(count))
  return `Messages delete themselves after ${rounded} ${unit}${rounded === 1 ? '' : 's'}`
}

function toPictures(count: string): string {
  return `The member sends ${count === '1' ? 'a photo' : `${count} photos`} from the menu`
}
