import { hasRole, type Role } from './people/role'
import type { Viewer } from './people/viewer'

/** What people may do beyond answering members: the role it needs, and how it is said. */
const ACTIONS = {
  'see-log-sum': { needs: 'supervisor', words: 'see where deliveries went' },
  'manage-stella': { needs: 'admin', words: 'manage connections, channels and integrations' },
  'see-log': { needs: 'admin', words: 'see the event log' },
  'see-people': { needs: 'supervisor', words: 'see everybody who signs in here' },
  'manage-people': { needs: 'admin', words: 'invite and change people' },
  'see-audit': { needs: 'supervisor', words: 'see who did what' },
  'manage-canned-replies': { needs: 'supervisor', words: 'change canned replies' },
  'manage-tags': { needs: 'supervisor', words: 'change tags' },
  'configure-channels': { needs: 'admin', words: 'change what a channel does' },
  'see-health': { needs: 'supervisor', words: 'see how the inbox is doing' },
} as const satisfies Record<string, { needs: Role; words: string }>

export type Action = keyof typeof ACTIONS
export const ACTION_NAMES = Object.keys(ACTIONS) as Action[]

const WHO: Record<Role, string> = {
  agent: 'people who are signed in',
  supervisor: 'supervisors and admins',
  admin: 'admins',
}

type Who = Pick<Viewer, 'id' | 'role' | 'channelIds'>

/** Why somebody may not do this, in a sentence; undefined when they may. Server and screens ask the same. */
export function forbiddenBecause(viewer: Pick<Who, 'role'>, action: Action): string | undefined {
  const { needs, words } = ACTIONS[action]
  return hasRole(viewer.role, needs) ? undefined : `Only ${WHO[needs]} may ${words}.`
}

/** The role from which on people may do this, for lists of what there is. */
export function roleFor(action: Action): Role {
  return ACTIONS[action].needs
}

/** The channels somebody is kept to; undefined when they see all. Admins always do. */
export function channelsSeenBy({
  role,
  channelIds,
}: Pick<Who, 'role' | 'channelIds'>): string[] | undefined {
  return role === 'admin' ? undefined : channelIds
}

/** Why somebody may not see what belongs to a channel; undefined when they may. */
export function hiddenBecause(
  viewer: Pick<Who, 'role' | 'channelIds'>,
  channelId: string,
): string | undefined {
  const seen = channelsSeenBy(viewer)
  if (!seen || seen.includes(channelId)) return undefined
  return 'This is on a channel that you don’t answer. An admin can give you access.'
}

/** What decides whether somebody's place in the workspace may change. */
export interface PersonFacts {
  id: string
  role: Role
  disabled: boolean
}

/**
 * Why a person can't become this; undefined when they can. There is always an admin who can sign in, and nobody
 * locks themselves out.
 */
export function changeBlockedBecause(
  viewerId: string,
  before: PersonFacts,
  after: Pick<PersonFacts, 'role' | 'disabled'>,
  otherAdmins: number,
): string | undefined {
  const stopsBeingAdmin =
    before.role === 'admin' && !before.disabled && (after.role !== 'admin' || after.disabled)
  if (stopsBeingAdmin && otherAdmins === 0)
    return 'This is the last admin. Make somebody else an admin first.'
  if (before.id === viewerId && after.disabled)
    return 'You can’t disable yourself. Another admin can.'
  return undefined
}
