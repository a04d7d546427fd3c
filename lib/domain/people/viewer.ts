import type { AgentRef } from './agent-ref'
import type { AgentSettings } from './agent-settings'
import type { Role } from './role'

/** Who is signed in. */
export interface Viewer extends AgentRef {
  email: string
  role: Role
  settings: AgentSettings
  /** The channels they are kept to; absent: all (lib/domain/permissions.ts). */
  channelIds?: string[]
  avatarUrl?: string
}
