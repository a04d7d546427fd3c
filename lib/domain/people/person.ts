import type { Platform } from '../channel/channel'
import type { Role } from './role'

/** Somebody who signs in, as those in charge see them. Times are ISO 8601 in UTC. */
export interface PersonView {
  id: string
  email: string
  name: string
  role: Role
  /** The channels they are kept to, of those that the reader sees; null: all. Admins see all whatever it says. */
  channelIds: string[] | null
  /** Further channels they are kept to, which the reader doesn't see: how many. */
  otherChannels?: number
  disabled: boolean
  /** Live sign-ins. */
  sessions: number
  lastSignInAt?: string
  createdAt: string
  avatarUrl?: string
}

export interface PeoplePage {
  items: PersonView[]
  nextCursor: null
  channels: { id: string; name: string; platform: Platform }[]
}

/** An invite that waits to be taken. */
export interface InviteView {
  id: string
  email: string
  role: Role
  channelIds: string[] | null
  otherChannels?: number
  madeBy?: string
  createdAt: string
  expiresAt: string
}

/** A one-time link, shown once. */
export interface LinkView {
  id: string
  url: string
  expiresAt: string
}
