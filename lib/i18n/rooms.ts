import type { Room } from './message-catalogue'

/** What the pages say that stand in for any other: one that failed, one that does not exist. */
export const ROOT_ROOMS = ['common', 'failure'] as const satisfies Room[]

/** Messages that any page may need: verbs of buttons, what can go wrong with a request, what frames it. */
const BASE_ROOMS = [...ROOT_ROOMS, 'shell'] as const satisfies Room[]

/** What the pages before the sign-in say. */
export const AUTH_ROOMS = [...BASE_ROOMS, 'people', 'signIn'] as const satisfies Room[]

/** What the inbox says, with the rules that it asks itself. */
export const INBOX_ROOMS = [
  ...BASE_ROOMS,
  'conversation',
  'message',
  'reply',
  'composer',
  'owner',
  'member',
  'media',
  'channel',
  'delivery',
] as const satisfies Room[]

/** What the admin side says: it also shows replies, members and why something can't be done. */
export const ADMIN_ROOMS = [
  ...INBOX_ROOMS,
  'channelAdmin',
  'connection',
  'log',
  'audit',
  'workspace',
  'people',
] as const satisfies Room[]
