import type { Key } from '@/lib/i18n/message-catalogue'
import { type Reason, reason } from '@/lib/i18n/reason'
import { hasRole, type Role } from './people/role'
import type { Viewer } from './people/viewer'

/** What people may do beyond answering members: the role it needs, and what those below it are told. */
const ACTIONS = {
  'see-log-sum': { needs: 'supervisor', refusal: 'failure.forbidden.seeLogSum' },
  'manage-stella': { needs: 'admin', refusal: 'failure.forbidden.manageStella' },
  'see-log': { needs: 'admin', refusal: 'failure.forbidden.seeLog' },
  'see-people': { needs: 'supervisor', refusal: 'failure.forbidden.seePeople' },
  'manage-people': { needs: 'admin', refusal: 'failure.forbidden.managePeople' },
  'see-audit': { needs: 'supervisor', refusal: 'failure.forbidden.seeAudit' },
  'manage-canned-replies': {
    needs: 'supervisor',
    refusal: 'failure.forbidden.manageCannedReplies',
  },
  'manage-tags': { needs: 'supervisor', refusal: 'failure.forbidden.manageTags' },
  'configure-channels': { needs: 'admin', refusal: 'failure.forbidden.configureChannels' },
  'see-health': { needs: 'supervisor', refusal: 'failure.forbidden.seeHealth' },
} as const satisfies Record<string, { needs: Role; refusal: Key }>

export type Action = keyof typeof ACTIONS
export const ACTION_NAMES = Object.keys(ACTIONS) as Action[]

type Who = Pick<Viewer, 'id' | 'role' | 'channelIds'>

/** Why somebody may not do this; undefined when they may. Server and screens ask the same. */
export function forbiddenBecause(viewer: Pick<Who, 'role'>, action: Action): Reason | undefined {
  const { needs, refusal } = ACTIONS[action]
  return hasRole(viewer.role, needs) ? undefined : reason(refusal)
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
): Reason | undefined {
  const seen = channelsSeenBy(viewer)
  if (!seen || seen.includes(channelId)) return undefined
  return reason('failure.forbidden.channel')
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
): Reason | undefined {
  const stopsBeingAdmin =
    before.role === 'admin' && !before.disabled && (after.role !== 'admin' || after.disabled)
  if (stopsBeingAdmin && otherAdmins === 0) return reason('people.account.lastAdmin')
  if (before.id === viewerId && after.disabled) return reason('people.account.notYourself')
  return undefined
}
