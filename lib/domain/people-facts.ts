import type { Role } from './role'

/** Acts on people and on their own profiles: kept for the audit, change no folded row. `agentId` is whom it is about. */
export type PeopleFact =
  | { type: 'agent.invited'; linkId: string; email: string; role: Role }
  | { type: 'agent.invite-withdrawn'; linkId: string; email: string }
  | { type: 'agent.role-set'; agentId: string; role: Role; before: Role }
  /** `channelIds` null: all channels. */
  | { type: 'agent.access-set'; agentId: string; channelIds: string[] | null }
  | { type: 'agent.disabled'; agentId: string }
  | { type: 'agent.enabled'; agentId: string }
  | { type: 'agent.signed-out'; agentId: string; sessions: number }
  | { type: 'agent.password-link-made'; agentId: string }
  | { type: 'agent.password-set'; agentId: string }
  | { type: 'agent.renamed'; agentId: string; name: string; before: string }
  | { type: 'agent.avatar-set'; agentId: string; avatar: boolean }
  | { type: 'agent.settings-set'; agentId: string }
