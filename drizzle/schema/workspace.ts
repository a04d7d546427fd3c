import { boolean, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { ProcessFigures } from '../../lib/domain/workspace/process-figures'
import type { WorkspaceTag } from '../../lib/domain/workspace/workspace-tag'
import { jsonb, moment, now } from './columns'

/** Texts that agents send often (lib/domain/reply/canned-reply.ts). What each was before stands in the log. */
export const cannedReplies = pgTable('canned_replies', {
  id: uuid('id').primaryKey(),
  title: text('title').notNull(),
  folder: text('folder').notNull(),
  texts: jsonb('texts').$type<{ language: string; text: string }[]>().notNull(),
  updatedAt: moment('updated_at').notNull().default(now),
})

/** The tags of the workspace, in the order in which they are shown: one row for each. */
export const workspaceTags = pgTable('workspace_tags', {
  name: text('name').primaryKey(),
  place: integer('place').notNull(),
  color: text('color').$type<WorkspaceTag['color']>().notNull(),
  description: text('description').notNull(),
})

/** Which process runs which job worker, so that the jobs of a process that died can be freed at once. */
export const jobWorkers = pgTable('job_workers', {
  workerId: text('worker_id').primaryKey(),
  /** Key of the advisory lock that the process holds while it lives. */
  processKey: integer('process_key').notNull(),
  startedAt: moment('started_at').notNull().default(now),
})

/**
 * The processes that work on this database, as each last said: what the page Health and the probes of another process
 * know of it. One that ended as it should says so; one that was killed falls silent.
 */
export const processes = pgTable('processes', {
  id: uuid('id').primaryKey(),
  role: text('role').$type<'web' | 'worker' | 'all'>().notNull(),
  name: text('name').notNull(),
  host: text('host').notNull(),
  version: text('version').notNull(),
  startedAt: moment('started_at').notNull().default(now),
  seenAt: moment('seen_at').notNull().default(now),
  ended: boolean('ended').notNull().default(false),
  /** What it counted by itself, for the page Health of another process. */
  figures: jsonb('figures').$type<ProcessFigures>().notNull(),
})
