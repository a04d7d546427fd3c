import { sql } from 'drizzle-orm'
import {
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Dialect } from '../../lib/domain/channel/channel'
import type { MediaKind } from '../../lib/domain/message/content'
import type { StoredFile } from '../../lib/domain/message/file-facts'
import type { AgentSettings } from '../../lib/domain/people/agent-settings'
import type { Role } from '../../lib/domain/people/role'
import type { PauseCause } from '../../lib/domain/reply/pause'
import type { TemplateInput } from '../../lib/domain/reply/template'
import { bytea, jsonb, moment, now } from './columns'

/**
 * One Stella app with its access token (encrypted, see lib/vault.ts) and the dialect its APIs speak. Of a removed one the
 * row stays, with an empty token: its disconnected channels and their history name it.
 */
export const connections = pgTable('connections', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  accessToken: bytea('access_token').notNull(),
  /** The last four characters of the token, all that a screen ever shows. */
  tokenHint: text('token_hint').notNull(),
  botUrl: text('bot_url').notNull(),
  restUrl: text('rest_url').notNull(),
  fileUrl: text('file_url').notNull(),
  /** Name of the array in sendResponses (Facts §2.1). */
  responseKey: text('response_key').$type<'response' | 'responses'>().notNull(),
  tokenParam: text('token_param').$type<'accessToken' | 'access_token'>().notNull(),
  signatureHeader: text('signature_header').notNull(),
  /** Given to each channel when it is connected: from then on it stands in the log. */
  dialect: text('dialect').$type<Dialect>().notNull().default('stella'),
  createdAt: moment('created_at').notNull().default(now),
  removedAt: moment('removed_at'),
})

/**
 * Stella can't be reached through a connection, or asks us to slow down: none of its replies is attempted before
 * `until`. Then one process tries one reply (`probing`), and the answer ends the pause or makes it longer. No row:
 * replies go out. Kept out of the log's fold: it says what to do next, not what happened.
 */
export const connectionPauses = pgTable('connection_pauses', {
  connectionId: uuid('connection_id').primaryKey(),
  since: moment('since').notNull(),
  until: moment('until').notNull(),
  reason: text('reason').notNull(),
  /** Calls in a row that did not get through; 0 where Stella only said that its limit is used up. */
  tries: integer('tries').notNull(),
  probing: boolean('probing').notNull(),
  /** What the last of these calls met. Only `limit` and `busy` are Stella's own wish, which every call heeds. */
  cause: text('cause').$type<PauseCause>().notNull().default('unreached'),
})

/** The secrets that sign a channel's webhooks, encrypted. Slots 1 and 2: both are accepted, for rotation. */
export const channelSecrets = pgTable(
  'channel_secrets',
  {
    channelId: uuid('channel_id').notNull(),
    slot: integer('slot').notNull(),
    secret: bytea('secret').notNull(),
    createdAt: moment('created_at').notNull().default(now),
  },
  (table) => [primaryKey({ columns: [table.channelId, table.slot] })],
)

/**
 * How many deliveries a channel got in an hour that is over, from `events`: its rhythm, for the silence alarm
 * (lib/domain/channel/silence.ts). An hour without deliveries has no row. Filled when it is asked for (lib/db/channel/delivery-hours.ts).
 */
export const deliveryHours = pgTable(
  'delivery_hours',
  {
    channelId: uuid('channel_id').notNull(),
    /** Hours since 1970. */
    hour: integer('hour').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.channelId, table.hour] }),
    index('delivery_hours_hour').on(table.hour),
  ],
)

/** All that is kept of a delivery with a wrong signature: a count a day. */
export const rejectedSignatures = pgTable(
  'rejected_signatures',
  {
    channelId: uuid('channel_id').notNull(),
    day: text('day').notNull(),
    count: integer('count').notNull(),
    lastAt: moment('last_at').notNull().default(now),
  },
  (table) => [primaryKey({ columns: [table.channelId, table.day] })],
)

/**
 * WhatsApp templates an admin wrote down for a channel, word for word as approved: Stella documents how one is sent and
 * not how they are listed (Facts §4.1, §5.2). A reply keeps its own copy of the wording, so a row may change or go.
 */
export const templates = pgTable(
  'templates',
  {
    id: uuid('id').primaryKey(),
    channelId: uuid('channel_id').notNull(),
    name: text('name').notNull(),
    language: text('language').notNull(),
    template: jsonb('template').$type<TemplateInput>().notNull(),
    updatedAt: moment('updated_at').notNull().default(now),
  },
  (table) => [uniqueIndex('templates_name').on(table.channelId, table.name, table.language)],
)

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
    /** What they chose for themselves. */
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

/** A sign-in. The cookie carries its id; deleting the row signs that browser out at once. */
export const sessions = pgTable('sessions', {
  id: uuid('id').primaryKey(),
  agentId: uuid('agent_id')
    .notNull()
    .references(() => agents.id, { onDelete: 'cascade' }),
  createdAt: moment('created_at').notNull().default(now),
  expiresAt: moment('expires_at').notNull(),
})

/** One-time links that make the first admin. Only the hash of the token is kept. */
export const setupLinks = pgTable('setup_links', {
  tokenSha256: text('token_sha256').primaryKey(),
  expiresAt: moment('expires_at').notNull(),
  usedAt: moment('used_at'),
})

/** Networks from which an account has signed in: a flood of guesses from elsewhere doesn't lock its owner out. */
export const knownAddresses = pgTable(
  'known_addresses',
  {
    agentId: uuid('agent_id')
      .notNull()
      .references(() => agents.id, { onDelete: 'cascade' }),
    address: text('address').notNull(),
    lastAt: moment('last_at').notNull().default(now),
  },
  (table) => [primaryKey({ columns: [table.agentId, table.address] })],
)

/**
 * Browsers from which an account has signed in, by the hash of their device cookie: no guess of a stranger, from whatever
 * address, locks its owner out there. People who share a browser share its cookie.
 */
export const knownDevices = pgTable(
  'known_devices',
  {
    deviceSha256: text('device_sha256').notNull(),
    agentId: uuid('agent_id')
      .notNull()
      .references(() => agents.id, { onDelete: 'cascade' }),
    lastAt: moment('last_at').notNull().default(now),
  },
  (table) => [
    primaryKey({ columns: [table.deviceSha256, table.agentId] }),
    index('known_devices_agent').on(table.agentId),
  ],
)

/** Tries to sign in that have not succeeded, per account, per network and of all, in fixed windows (lib/auth/throttle.ts). */
export const signInFailures = pgTable(
  'sign_in_failures',
  {
    subject: text('subject').notNull(),
    window: moment('window').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [primaryKey({ columns: [table.subject, table.window] })],
)

/** Which process runs which job worker, so that the jobs of a process that died can be freed at once. */
export const jobWorkers = pgTable('job_workers', {
  workerId: text('worker_id').primaryKey(),
  /** Key of the advisory lock that the process holds while it lives. */
  processKey: integer('process_key').notNull(),
  startedAt: moment('started_at').notNull().default(now),
})

/**
 * A file that an agent has uploaded for a reply in one conversation. The reply copies what is known of it into the log;
 * what is never sent is forgotten after a week, with its bytes.
 */
export const uploads = pgTable(
  'uploads',
  {
    /** Made by the browser, so that the same upload again is the same row. */
    id: uuid('id').primaryKey(),
    agentId: uuid('agent_id').notNull(),
    conversationId: uuid('conversation_id').notNull(),
    /** As what the platform gets it. */
    kind: text('kind').$type<MediaKind>().notNull(),
    name: text('name').notNull(),
    file: jsonb('file').$type<StoredFile>().notNull(),
    createdAt: moment('created_at').notNull().default(now),
  },
  (table) => [
    index('uploads_bytes').on(sql`(${table.file}->>'sha256')`),
    index('uploads_age').on(table.createdAt),
  ],
)

/**
 * Bytes that somebody is about to keep, and that no row names yet: the nightly clearing leaves them alone for an hour
 * (lib/db/media/media-claims.ts). The row of `media` or `uploads` that follows is what keeps them for good.
 */
export const mediaClaims = pgTable('media_claims', {
  /** Hex. */
  sha256: text('sha256').primaryKey(),
  claimedAt: moment('claimed_at').notNull().default(now),
})
