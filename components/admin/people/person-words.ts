import type { PeoplePage } from '@/lib/domain/person'
import { ROLES, type Role } from '@/lib/domain/role'

const NAMES: Record<Role, string> = { admin: 'Admin', supervisor: 'Supervisor', agent: 'Agent' }

export function roleName(role: Role): string {
  return NAMES[role]
}

export function parseRole(value: string): Role {
  return ROLES.find((role) => role === value) ?? 'agent'
}

/** Which channels somebody answers, in a few words. */
export function channelWords(
  { role, channelIds }: { role: Role; channelIds: string[] | null },
  channels: PeoplePage['channels'],
): string {
  if (role === 'admin' || !channelIds) return 'All channels'
  if (channelIds.length === 0) return 'No channel yet'
  const names = channels.filter(({ id }) => channelIds.includes(id)).map(({ name }) => name)
  return names.length <= 2 ? names.join(', ') : `${names.length} channels`
}
