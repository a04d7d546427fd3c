import type { Room } from './message-catalogue'

/** What every page is given: verbs of buttons, what can go wrong, and the pages that stand in for one that failed. */
export const ROOT_ROOMS = ['common', 'failure'] as const satisfies Room[]

/** What the pages before the sign-in say beside that. */
export const AUTH_ROOMS = ['shell', 'people', 'signIn'] as const satisfies Room[]

/** What the inbox says beside that, with the rules that it asks itself. */
export const INBOX_ROOMS = [
  'shell',
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
