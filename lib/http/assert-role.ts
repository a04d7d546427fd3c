import { hasRole, type Role } from '@/lib/domain/people/role'
import type { Viewer } from '@/lib/domain/people/viewer'
import { AppError } from '@/lib/errors'
import type { Key } from '@/lib/i18n/message-catalogue'
import { reason } from '@/lib/i18n/reason'

const REFUSALS = {
  agent: 'failure.signInFirst',
  supervisor: 'failure.forbidden.supervisor',
  admin: 'failure.forbidden.admin',
} as const satisfies Record<Role, Key>

/** Throws `forbidden`, in words, for somebody below this role. */
export function assertRole(agent: Viewer, needed: Role): void {
  if (!hasRole(agent.role, needed)) throw new AppError('forbidden', reason(REFUSALS[needed]))
}
