import type { ServiceNote } from '@/lib/domain/message/service-notes'
import { type Reason, reason } from '@/lib/i18n/reason'

/** Each note as a sentence: with what it is about, and where nothing is known of that. */
const WORDS: Record<ServiceNote, [about: (value: string) => Reason, alone: Reason]> = {
  joined: [
    (who) => reason('message.service.joined', { who }),
    reason('message.service.someoneJoined'),
  ],
  left: [(who) => reason('message.service.left', { who }), reason('message.service.someoneLeft')],
  'group-named': [
    (name) => reason('message.service.groupNamed', { name }),
    reason('message.service.groupRenamed'),
  ],
  'group-photo': same(reason('message.service.groupPhoto')),
  'group-photo-removed': same(reason('message.service.groupPhotoRemoved')),
  'group-created': same(reason('message.service.groupCreated')),
  'auto-delete': [toTimer, reason('message.service.autoDeleteSome')],
  pinned: [
    (text) => reason('message.service.pinned', { text }),
    reason('message.service.somethingPinned'),
  ],
  'shared-people': [
    (who) => reason('message.service.sharedPeople', { who }),
    reason('message.service.sharedSomeone'),
  ],
  'shared-chat': [
    (name) => reason('message.service.sharedChat', { name }),
    reason('message.service.sharedSomeChat'),
  ],
  'signed-in-to': [
    (site) => reason('message.service.signedIn', { site }),
    reason('message.service.signedInSomewhere'),
  ],
  'allowed-writing': same(reason('message.service.allowedWriting')),
  passport: same(reason('message.service.passport')),
  'came-near': [
    (who) => reason('message.service.cameNear', { who }),
    reason('message.service.someoneCameNear'),
  ],
  boosted: same(reason('message.service.boosted')),
  background: same(reason('message.service.background')),
  'tasks-done': same(reason('message.service.tasksDone')),
  'tasks-added': [
    (tasks) => reason('message.service.tasksAdded', { tasks }),
    reason('message.service.someTasksAdded'),
  ],
  'topic-created': [
    (name) => reason('message.service.topicCreated', { name }),
    reason('message.service.someTopicCreated'),
  ],
  'topic-named': [
    (name) => reason('message.service.topicNamed', { name }),
    reason('message.service.topicChanged'),
  ],
  'topic-closed': same(reason('message.service.topicClosed')),
  'topic-reopened': same(reason('message.service.topicReopened')),
  'topic-hidden': same(reason('message.service.topicHidden')),
  'topic-shown': same(reason('message.service.topicShown')),
  'video-chat-scheduled': same(reason('message.service.videoChatScheduled')),
  'video-chat-began': same(reason('message.service.videoChatBegan')),
  'video-chat-ended': same(reason('message.service.videoChatEnded')),
  'video-chat-invited': [
    (who) => reason('message.service.videoChatInvited', { who }),
    reason('message.service.someoneInvited'),
  ],
  paid: [
    (amount) => reason('message.service.paid', { amount }),
    reason('message.service.paidSome'),
  ],
  refunded: [
    (amount) => reason('message.service.refunded', { amount }),
    reason('message.service.refundedSome'),
  ],
  'giveaway-began': same(reason('message.service.giveawayBegan')),
  'giveaway-ended': same(reason('message.service.giveawayEnded')),
  'price-changed': same(reason('message.service.priceChanged')),
  'post-approved': same(reason('message.service.postApproved')),
  'post-failed': same(reason('message.service.postFailed')),
  'post-declined': [
    (why) => reason('message.service.postDeclinedBecause', { why }),
    reason('message.service.postDeclined'),
  ],
  'post-paid': same(reason('message.service.postPaid')),
  'post-refunded': same(reason('message.service.postRefunded')),
  'gift-upgraded': same(reason('message.service.giftUpgraded')),
  'owner-left': same(reason('message.service.ownerLeft')),
  'owner-changed': [
    (who) => reason('message.service.ownerChanged', { who }),
    reason('message.service.someOwner'),
  ],
  'menu-pictures': [toPictures, reason('message.service.someMenuPictures')],
}

/** What a platform noted in the chat, from an activity’s detail; undefined for a note that nobody here knows. */
export function toServiceWords(detail: string): Reason | undefined {
  const space = detail.indexOf(' ')
  const note = space < 0 ? detail : detail.slice(0, space)
  if (!isNote(note)) return undefined
  const [about, alone] = WORDS[note]
  return space < 0 ? alone : about(detail.slice(space + 1))
}

function isNote(note: string): note is ServiceNote {
  return Object.hasOwn(WORDS, note)
}

function same(words: Reason): [() => Reason, Reason] {
  return [() => words, words]
}

const MINUTE_MS = 60_000

function toTimer(seconds: string): Reason {
  const exact = Number(seconds) * 1000
  if (!(exact > 0)) return reason('message.service.autoDeleteOff')
  const ms = Math.max(MINUTE_MS, exact)
  return reason('message.service.autoDelete', { span: { ms, style: 'long' } })
}

function toPictures(count: string): Reason {
  const known = Number(count)
  return Number.isFinite(known)
    ? reason('message.service.menuPictures', { count: known })
    : reason('message.service.someMenuPictures')
}
