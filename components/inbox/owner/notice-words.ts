import type { CallActivityKind } from '@/lib/domain/message/activity'
import { quotedIn, reason, type Said } from '@/lib/i18n/reason'
import type { ActivityView } from '@/lib/view/activity-view'
import { toServiceWords } from '../message/service-words'

type Words = (detail: string | undefined) => Said

/** What the platform told about the member, as a sentence. Some come in the platform's own words. */
const NOTICE_WORDS: Partial<Record<ActivityView['kind'], Words>> = {
  'identity-changed': (text) => text ?? reason('member.notice.identityChanged'),
  'came-by-link': (link) =>
    link ? reason('member.notice.cameByThisLink', { link }) : reason('member.notice.cameByLink'),
  'came-by-code': (code) =>
    code ? reason('member.notice.cameByThisCode', { code }) : reason('member.notice.cameByCode'),
  'opted-in': (what) =>
    what ? reason('member.notice.optedInTo', { what }) : reason('member.notice.optedIn'),
  'opened-chat': () => reason('member.notice.openedChat'),
  blocked: () => reason('member.notice.blocked'),
  unblocked: () => reason('member.notice.unblocked'),
  unfollowed: () => reason('member.notice.unfollowed'),
  'was-at': (place) =>
    place ? reason('member.notice.locatedAt', { place }) : reason('member.notice.located'),
  'service-note': (note) => toServiceWords(note ?? '') ?? reason('member.notice.service'),
  'threads-joined': (other) => reason('member.notice.threadsJoined', { other: other ?? '' }),
  'marketing-stopped': () => reason('member.notice.marketingStopped'),
  'marketing-resumed': () => reason('member.notice.marketingResumed'),
}

/** What the platform told about the member or a call. */
export function toNoticeWords({ kind, detail: said }: ActivityView): Said {
  if (kind === 'id-changed') return said ?? reason('member.notice.idChanged')
  const detail = said && quotedIn(said)
  if (isCallKind(kind)) return toCallWords(kind, detail)
  const words = NOTICE_WORDS[kind]
  return words ? words(detail) : (detail ?? reason('member.notice.unknown'))
}

const CALL_WORDS = {
  call: reason('member.call.call'),
  'call-missed': reason('member.call.missed'),
  'call-taken': reason('member.call.taken'),
  'our-call': reason('member.call.ours'),
  'our-call-missed': reason('member.call.oursMissed'),
  'our-call-taken': reason('member.call.oursTaken'),
} satisfies Record<CallActivityKind, Said>

function toCallWords(kind: CallActivityKind, seconds: string | undefined): Said {
  const call = CALL_WORDS[kind]
  if (!seconds) return call
  const duration = { ms: Number(seconds) * 1000, finest: 'seconds' } as const
  return reason('member.call.lasted', { call, duration })
}

function isCallKind(kind: ActivityView['kind']): kind is CallActivityKind {
  return kind in CALL_WORDS
}
