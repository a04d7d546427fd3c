import { boolean, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Dialect } from '../../lib/domain/channel/channel'
import type { PauseCause } from '../../lib/domain/reply/pause'
import type { Said } from '../../lib/i18n/reason'
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
  reason: jsonb('reason').$type<Said>().notNull(),
  /** Calls in a row that did not get through; 0 where Stella only said that its limit is used up. */
  tries: integer('tries').notNull(),
  probing: boolean('probing').notNull(),
  /** What the last of these calls met. Only `limit` and `busy` are Stella's own wish, which every call heeds. */
  cause: text('cause').$type<PauseCause>().notNull().default('unreached'),
})
