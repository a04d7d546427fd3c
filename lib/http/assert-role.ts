import { hasRole, type Role } from '@/lib/domain/people/role'
import type { Viewer } from '@/lib/domain/people/viewer'
import { AppError } from '@/lib/errors'

const WHO: Record<Role, string> = {
  agent: 'people who are signed in',
  supervisor: 'supervisors and admins',
  admin: 'admins',
}

/** Throws `forbidden`, in words, for somebody below this role. */
export function assertRole(agent: Viewer, needed: Role): void {
  if (!hasRole(agent.role, needed))
    throw new AppError('forbidden', `Only ${WHO[needed]} may do this.`)
}
