import { ROLES, type Role } from '@/lib/domain/people/role'
import type { Key } from '@/lib/i18n/message-catalogue'
import { type Reason, reason } from '@/lib/i18n/reason'
import type { PeoplePage, PersonView } from '@/lib/view/people-view'

const NAMES = {
  admin: 'people.role.admin',
  supervisor: 'people.role.supervisor',
  agent: 'people.role.agent',
} as const satisfies Record<Role, Key>

export function roleName(role: Role): Reason {
  return reason(NAMES[role])
}

export function parseRole(value: string): Role {
  return ROLES.find((role) => role === value) ?? 'agent'
}

/** Which channels somebody answers, in a few words; those that the reader doesn't see are counted. */
export function channelWords(
  {
    role,
    channelIds,
    otherChannels = 0,
  }: Pick<PersonView, 'role' | 'channelIds' | 'otherChannels'>,
  channels: PeoplePage['channels'],
): Reason {
  if (role === 'admin' || !channelIds) return reason('people.channels.all')
  const names = channels.filter(({ id }) => channelIds.includes(id)).map(({ name }) => name)
  const [name] = names
  const count = names.length + otherChannels
  if (count === 0) return reason('people.channels.none')
  if (count > 2 || name === undefined) return reason('people.channels.count', { count })
  if (otherChannels > 0)
    return reason('people.channels.namedAndMore', { name, count: otherChannels })
  return reason('people.channels.named', { names: { list: names } })
}

/** Whether somebody is here, or when they last were. */
export function presenceWords({ sessions, lastSignInAt }: PersonView): Reason {
  if (sessions > 0) return reason('people.presence.here', { count: sessions })
  return lastSignInAt
    ? reason('people.presence.lastAt', { at: { at: Date.parse(lastSignInAt) } })
    : reason('people.presence.notLately')
}

/** How many others could still manage people if this one no longer could. */
export function otherAdminsAmong(people: PersonView[], id: string): number {
  return people.filter((other) => other.id !== id && other.role === 'admin' && !other.disabled)
    .length
}
