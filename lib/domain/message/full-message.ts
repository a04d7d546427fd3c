import type { ShownFile } from '../media/shown-file'
import { type AgentRef, toAgentRef } from '../people/agent-ref'
import type { ActivityRow, MessageRow } from '../rows'
import type { Author } from './author'
import type { Content } from './content'

/** A message with who wrote it, what it answers, its reactions and its files, as one query reads them. Times in epoch ms. */
export type FullMessage = MessageRow & {
  agentName: string | null
  media: ShownFile[] | null
  targetId: string | null
  targetAuthor: Author | null
  targetContent: Content | null
  targetDeletedAt: number | null
  /** `at` as Postgres writes it in JSON. */
  reactions: { emoji: string; by: 'member' | 'us'; at: string }[] | null
}

/** The agent who wrote it. */
export function writerOf({ agentId, agentName }: FullMessage): AgentRef | undefined {
  return toAgentRef(agentId, agentName)
}

/** What happened between messages, with the name of who did it. */
export type NamedActivity = ActivityRow & { agentName: string | null }
