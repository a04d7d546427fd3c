import type { Role } from './role'

/** Why somebody can't hold a conversation any more: they can't sign in, or no longer answer its channel. */
export type LeftBecause = 'disabled' | 'access'

/**
 * Acts on people and on their own profiles, kept for the audit; `agentId` is whom it is about. Only
 * `agent.conversations-released` changes folded rows.
 */
export type PeopleFact =
  | { type: 'agent.invited'; linkId: string; email: string; role: Role }
  | { type: 'agent.invite-withdrawn'; linkId: string; email: string }
  | { type: 'agent.role-set'; agentId: string; role: Role; before: Role }
  /** `channelIds` null: all channels. */
  | { type: 'agent.access-set'; agentId: string; channelIds: string[] | null }
  | { type: 'agent.disabled'; agentId: string }
  | { type: 'agent.enabled'; agentId: string }
  /** What they held goes back to the queue; comes with what took it from them, in the same transaction. */
  | {
      type: 'agent.talks-released'
      agentId: string
      conversationIds: string[]
      because: LeftBecause
    }
  /** `failures`: wrong passwords from the same address shortly before. */
  | { type: 'agent.signed-in'; agentId: string; failures: number }
  /** So many wrong passwords that no more are looked at for a while. Said once, not once a try. */
  | { type: 'agent.sign-in-blocked'; agentId: string }
  | { type: 'agent.signed-out'; agentId: string; sessions: number }
  | { type: 'agent.password-link-made'; agentId: string }
  | { type: 'agent.password-set'; agentId: string }
  | { type: 'agent.renamed'; agentId: string; name: string; before: string }
  | { type: 'agent.avatar-set'; agentId: string; avatar: boolean }
  | { type: 'agent.settings-set'; agentId: string }
