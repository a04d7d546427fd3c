import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Role } from '../../lib/domain/people/role'
import type { WorkspaceTag } from '../../lib/domain/workspace/workspace-tag'
import { bytea, jsonb, moment, now } from './columns'
import { agents } from './settings'

/**
 * One-time links that an admin gives to a person: to join (`invite`), or to choose a new password (`password`). Only the
 * hash of the token is kept. Spent when `usedAt` is set, withdrawn when `withdrawnAt` is, dead after `expiresAt`.
 */
export const agentLinks = pgTable(
  'agent_links',
  {
    id: uuid('id').primaryKey(),
    tokenSha256: text('token_sha256').notNull().unique(),
    purpose: text('purpose').$type<'invite' | 'password'>().notNull(),
    /** For an invite: who is expected, and as what. */
    email: text('email'),
    role: text('role').$type<Role>(),
    /** Null: all channels. */
    channelIds: uuid('channel_ids').array(),
    /** For a password: whose. */
    agentId: uuid('agent_id').references(() => agents.id, { onDelete: 'cascade' }),
    madeBy: uuid('made_by').notNull(),
    createdAt: moment('created_at').notNull().default(now),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
    withdrawnAt: moment('withdrawn_at'),
  },
  (table) => [index('agent_links_agent').on(table.agentId)],
)

/** An agent's picture: a small WebP of ours, never the bytes that were uploaded. */
export const agentAvatars = pgTable('agent_avatars', {
  agentId: uuid('agent_id')
    .primaryKey()
    .references(() => agents.id, { onDelete: 'cascade' }),
  bytes: bytea('bytes').notNull(),
  sha256: text('sha256').notNull(),
})

/** Texts that agents send often (lib/domain/reply/canned-reply.ts). What each was before stands in the log. */
export const cannedReplies = pgTable('canned_replies', {
  id: uuid('id').primaryKey(),
  title: text('title').notNull(),
  folder: text('folder').notNull(),
  texts: jsonb('texts').$type<{ language: string; text: string }[]>().notNull(),
  updatedAt: moment('updated_at').notNull().default(now),
})

/** The tags of the workspace, in the order in which they are shown: one row for each. */
export const workspaceTags = pgTable('house_tags', {
  name: text('name').primaryKey(),
  place: integer('place').notNull(),
  color: text('color').$type<WorkspaceTag['color']>().notNull(),
  description: text('description').notNull(),
})
