import { z } from 'zod'
import type { Context } from '@/lib/context'
import {
  findSettingEvent,
  listSettingEvents,
  type SettingEventRow,
  type SettingRef,
} from '@/lib/db/workspace/setting-events'
import { channelSettingsSchema } from '@/lib/domain/channel/channel-settings-schema'
import type { SettingVersion } from '@/lib/domain/log/setting-version'
import type { Viewer } from '@/lib/domain/people/viewer'
import { type Action, forbiddenBecause } from '@/lib/domain/permissions'
import { cannedReplyInputSchema } from '@/lib/domain/reply/schema/canned-reply-schema'
import { workspaceTagsSchema } from '@/lib/domain/workspace/workspace-tag'
import { AppError } from '@/lib/errors'
import { reason, schemaMessage } from '@/lib/i18n/reason'
import { configureChannel } from '../channel/configure-channel'
import { saveCannedReply } from '../workspace/canned-replies'
import { setTags } from '../workspace/set-tags'

const VERSIONS_MAX = 100

const id = z.uuid(schemaMessage('failure.idNotUuid')).toLowerCase()
export const historySchema = z.discriminatedUnion(
  'of',
  [
    z.object({ of: z.literal('tags') }),
    z.object({ of: z.literal('canned-reply'), id }),
    z.object({ of: z.literal('channel'), id }),
  ],
  schemaMessage('log.problem.setting'),
)
const VERSION_NUMBER = schemaMessage('log.problem.versionNumber')
export const restoreSchema = z.object({
  eventId: z.int(VERSION_NUMBER).positive(VERSION_NUMBER),
})

const NEEDS: Record<SettingRef['of'], Action> = {
  tags: 'manage-tags',
  'canned-reply': 'manage-canned-replies',
  channel: 'configure-channels',
}

/** What a setting was, newest first: at most the last hundred versions. Throws `forbidden`. */
export async function readSettingHistory(
  ctx: Context,
  viewer: Viewer,
  ref: SettingRef,
): Promise<{ items: SettingVersion[]; nextCursor: null }> {
  assertMay(viewer, NEEDS[ref.of])
  const rows = await listSettingEvents(ctx.sql, ref, VERSIONS_MAX)
  return { items: rows.map(toVersion), nextCursor: null }
}

/** Sets a setting to what it was in a version, as a change of its own. Throws `not_found`, `forbidden`. */
export async function restoreSetting(
  ctx: Context,
  viewer: Viewer,
  { eventId }: z.infer<typeof restoreSchema>,
): Promise<void> {
  const row = await findSettingEvent(ctx.sql, eventId)
  if (!row) throw new AppError('not_found', reason('log.problem.noVersion'))
  const body = bodyOf(row)
  if (row.kind === 'tags.set') {
    assertMay(viewer, NEEDS.tags)
    await setTags(ctx, viewer.id, workspaceTagsSchema.parse(body).tags)
  } else if (row.kind === 'canned-reply.saved') {
    assertMay(viewer, NEEDS['canned-reply'])
    const { id: of } = z.object({ id }).parse(body.cannedReply)
    await saveCannedReply(ctx, viewer.id, of, cannedReplyInputSchema.parse(body.cannedReply))
  } else {
    assertMay(viewer, NEEDS.channel)
    const settings = channelSettingsSchema.parse(body.settings)
    await configureChannel(ctx, viewer.id, row.channelId ?? '', settings)
  }
}

function assertMay(viewer: Viewer, action: Action) {
  const why = forbiddenBecause(viewer, action)
  if (why) throw new AppError('forbidden', why)
}

function toVersion(row: SettingEventRow): SettingVersion {
  const body = bodyOf(row)
  return {
    eventId: row.id,
    at: row.receivedAt,
    who: row.agentName ?? undefined,
    removed: row.kind === 'canned-reply.removed',
    value: body.cannedReply ?? body.tags ?? body.settings,
  }
}

function bodyOf(row: SettingEventRow): Record<string, unknown> {
  return JSON.parse(Buffer.from(row.body).toString('utf8'))
}
