import { toDateTime } from '@/components/shell/time/date-words'
import { ROLES, type Role } from '@/lib/domain/people/role'
import type { PeoplePage, PersonView } from '@/lib/view/people-view'

const NAMES: Record<Role, string> = { admin: 'Admin', supervisor: 'Supervisor', agent: 'Agent' }

export function roleName(role: Role): string {
  return NAMES[role]
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
): string {
  if (role === 'admin' || !channelIds) return 'All channels'
  const names = channels.filter(({ id }) => channelIds.includes(id)).map(({ name }) => name)
  const count = names.length + otherChannels
  if (count === 0) return 'No channel yet'
  if (count > 2 || names.length === 0) return count === 1 ? '1 channel' : `${count} channels`
  return [...names, ...(otherChannels ? ['1 more'] : [])].join(', ')
}

/** Whether somebody is here, or when they last were. */
export function presenceWords({ sessions, lastSignInAt }: PersonView): string {
  if (sessions > 0) return sessions === 1 ? 'Signed in' : `Signed in on ${sessions} browsers`
  return lastSignInAt ? `Last signed in ${toDateTime(lastSignInAt)}` : 'Not signed in lately'
}

/** How many others could still manage people if this one no longer could. */
export function otherAdminsAmong(people: PersonView[], id: string): number {
  return people.filter((other) => other.id !== id && other.role === 'admin' && !other.disabled)
    .length
}
