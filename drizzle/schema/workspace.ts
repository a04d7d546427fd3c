import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
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
