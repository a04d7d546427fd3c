import { toSpan } from '@/lib/domain/measures'
import type { CallActivityKind } from '@/lib/domain/message/activity'
import { quotedIn, type Said } from '@/lib/i18n/reason'
import type { ActivityView } from '@/lib/view/activity-view'
import { toServiceWords } from '../message/service-words'

type Words = (detail: string | undefined) => Said

/** What the platform told about the member, as a sentence. Some come in the platform's own words. */
const NOTICE_WORDS: Partial<Record<ActivityView['kind'], Words>> = {
  'id-changed': (text) => text ?? 'The member changed their number',
  'identity-changed': (text) => text ?? 'The member’s security code changed',
  'came-by-link': (link) => withDetail('The member came by a link', link),
  'came-by-code': (code) =>
    code ? `The member came by code “${code}”` : 'The member scanned a code',
  'opted-in': (what) => withDetail('The member opted in', what),
  'opened-chat': () => 'The member opened the chat for the first time',
  blocked: () => 'The member blocked the bot: replies will not arrive',
  unblocked: () => 'The member lets the bot write again',
  unfollowed: () => 'The member unfollowed: replies will not arrive',
  'was-at': (place) => withDetail('The member’s phone told where it is', place),
  'service-note': (note) =>
    toServiceWords(note ?? '') ?? 'The platform noted something in this chat',
  'threads-joined': (other) => `The member is known as ${other} too: two threads became this one`,
  'marketing-stopped': () => 'The member asked for no more marketing messages',
  'marketing-resumed': () => 'The member wants marketing messages again',
}

/** What the platform told about the member or a call. */
export function toNoticeWords({ kind, detail: said }: ActivityView): Said {
  const detail = said && quotedIn(said)
  if (isCallKind(kind)) return toCallWords(kind, detail)
  const words = NOTICE_WORDS[kind]
  return words ? words(detail) : (detail ?? 'The platform noted something about the member')
}

function withDetail(words: string, detail: string | undefined): string {
  return detail ? `${words}: ${detail}` : words
}

const CALL_WORDS: Record<CallActivityKind, string> = {
  call: 'The member called',
  'call-missed': 'Missed call from the member',
  'call-taken': 'The member called, and the call was taken',
  'our-call': 'Your side called the member',
  'our-call-missed': 'Your side called, and the member did not answer',
  'our-call-taken': 'Your side called, and the member answered',
}

function toCallWords(kind: CallActivityKind, seconds: string | undefined): string {
  return [CALL_WORDS[kind], seconds && toSpan(Number(seconds) * 1000, 'seconds')]
    .filter(Boolean)
    .join(': ')
}

function isCallKind(kind: ActivityView['kind']): kind is CallActivityKind {
  return kind in CALL_WORDS
}
