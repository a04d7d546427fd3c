import type { Role } from './role'

/** Somebody who signs in, as those in charge see them. Times in epoch ms. */
export interface ListedPerson {
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
  lastSignInAt: number | null
  createdAt: number
  avatarUrl?: string
}

/** An invite that waits to be taken. */
export interface ListedInvite {
  id: string
  email: string
  role: Role
  channelIds: string[] | null
  otherChannels?: number
  madeBy?: string
  createdAt: number
  expiresAt: number
}
