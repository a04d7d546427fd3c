export const ROLES = ['admin', 'supervisor', 'agent'] as const
export type Role = (typeof ROLES)[number]

const RANK: Record<Role, number> = { agent: 0, supervisor: 1, admin: 2 }

/** Roles are a ladder: an admin may do all a supervisor may, a supervisor all an agent may. */
export function hasRole(role: Role, needed: Role): boolean {
  return RANK[role] >= RANK[needed]
}
