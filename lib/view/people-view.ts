import type { Platform } from '@/lib/domain/channel/channel'
import type { ListedInvite, ListedPerson } from '@/lib/domain/people/person'
import { toIso } from './iso'

/* What those in charge read over HTTP of people. Times are ISO 8601 in UTC. */

export interface PersonView extends Omit<ListedPerson, 'lastSignInAt' | 'createdAt'> {
  lastSignInAt?: string
  createdAt: string
}

export interface PeoplePage {
  items: PersonView[]
  nextCursor: null
  channels: { id: string; name: string; platform: Platform }[]
}

/** An invite that waits to be taken. */
export interface InviteView extends Omit<ListedInvite, 'createdAt' | 'expiresAt'> {
  createdAt: string
  expiresAt: string
}

/** A one-time link, shown once. */
export interface LinkView {
  id: string
  url: string
  expiresAt: string
}

export function toPersonView(person: ListedPerson): PersonView {
  return {
    ...person,
    lastSignInAt: toIso(person.lastSignInAt),
    createdAt: toIso(person.createdAt),
  }
}

export function toInviteView(invite: ListedInvite): InviteView {
  return {
    ...invite,
    createdAt: toIso(invite.createdAt),
    expiresAt: toIso(invite.expiresAt),
  }
}
