import type { Task, TaskList } from 'graphile-worker'
import type { Context } from '@/lib/context'
import { currentConversationId } from '@/lib/db/conversation/merged'

/** A job may name a conversation that went into another one since: then that one is meant. */
export function withCurrentIds(ctx: Context, tasks: TaskList): TaskList {
  return Object.fromEntries(Object.entries(tasks).map(([name, task]) => [name, follow(ctx, task)]))
}

function follow(ctx: Context, task: Task | undefined): Task {
  return async (payload, helpers) => task?.(await toCurrent(ctx, payload), helpers)
}

async function toCurrent(ctx: Context, payload: unknown): Promise<unknown> {
  if (!namesConversation(payload)) return payload
  const conversationId = await currentConversationId(ctx.sql, payload.conversationId)
  return { ...payload, conversationId }
}

function namesConversation(payload: unknown): payload is { conversationId: string } {
  return (
    typeof payload === 'object' &&
    payload !== null &&
    'conversationId' in payload &&
    typeof payload.conversationId === 'string'
  )
}
