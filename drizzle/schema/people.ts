import { index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { AgentSettings } from '../../lib/domain/people/agent-settings'
import type { Role } from '../../lib/domain/people/role'
import { bytea, jsonb, moment, now } from './columns'

/** A person who signs in. A disabled agent keeps their history. */
export const agents = pgTable(
  'agents',
  {
    id: uuid('id').primaryKey(),
    /** As `toEmail` makes it (lib/domain/people/email.ts): compared as it is, never lower-cased by Postgres. */
    email: text('email').notNull(),
    name: text('name').notNull(),
    role: text('role').$type<Role>().notNull(),
    /** argon2id, with its parameters. */
    passwordHash: text('password_hash').notNull(),
    /** What somebody chose; what is missing takes its default (lib/domain/people/agent-settings.ts). */
    settings: jsonb('settings').$type<Partial<AgentSettings>>().notNull().default({}),
    /** The channels they are kept to; null: all. Says nothing about admins, who see all. */
    channelIds: uuid('channel_ids').array(),
    disabledAt: moment('disabled_at'),
    /** Sign-ins are forgotten when they end; this stays. */
    lastSignInAt: moment('last_sign_in_at'),
    createdAt: moment('created_at').notNull().default(now),
  },
  (table) => [uniqueIndex('agents_email').on(table.email)],
)

/** An agent's picture: a small WebP of ours, never the bytes that were uploaded. */
export const agentAvatars = pgTable('agent_avatars', {
  agentId: uuid('agent_id')
    .primaryKey()
    .references(() => agents.id, { onDelete: 'cascade' }),
  bytes: bytea('bytes').notNull(),
  sha256: text('sha256').notNull(),
})

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

/** One-time links that make the first admin. Only the hash of the token is kept. */
export const setupLinks = pgTable('setup_links', {
  tokenSha256: text('token_sha256').primaryKey(),
  expiresAt: moment('expires_at').notNull(),
  usedAt: moment('used_at'),
})
