import { type Context, openContext } from '@/lib/context'
import { STATEMENT_MS } from '@/lib/db/client'
import { type Shares, shareOut } from '@/lib/db/shares'
import { migrate } from '@/lib/db/workspace/migrate'
import { VersionGuard } from '@/lib/db/workspace/versions'
import { openKeyRing, readSettings, type Settings, SettingsError } from '@/lib/env'
import { toErrorText } from '@/lib/errors'
import type { MediaTools } from '@/lib/jobs/media/fetch-media'
import { logger } from '@/lib/logger'
import { claiming } from '@/lib/media/claiming'
import { openMediaAgent } from '@/lib/media/guard'
import { openStore } from '@/lib/media/open-store'
import { tellAct } from '@/lib/security-log'
import { type Place, readPlace } from './place'

/** What a process of either role holds of the installation it belongs to. */
export interface Installation {
  settings: Settings
  place: Place
  shares: Shares
  ctx: Context
  media: MediaTools
  guard: VersionGuard
  report(error: unknown): void
}

/**
 * Opens the installation of the settings for this process: says which version works on it, and brings its schema to this
 * version's at least. Throws in words for settings that are not usable and for a database that is not.
 */
export async function openInstallation(): Promise<Installation> {
  const settings = readSettings()
  const place = readPlace()
  const shares = sharesOf(settings, place)
  const guard = await VersionGuard.enter(settings.DATABASE_URL)
  await migrate(settings.DATABASE_URL)
  const ctx = openContext({
    databaseUrl: settings.DATABASE_URL,
    appSecret: openKeyRing(settings),
    publicUrl: settings.PUBLIC_URL,
    statementMs: STATEMENT_MS,
    shares,
    onAct: tellAct,
    allowPrivate: settings.ALLOW_PRIVATE_MEDIA_HOSTS,
  })
  const report = (error: unknown) => logger.error({ error }, 'Background work failed')
  return { settings, place, shares, ctx, media: await openMedia(settings, ctx), guard, report }
}

/** The connections of this process. Throws in words when the setting leaves too few. */
export function sharesOf({ DATABASE_POOL_SIZE }: Settings, place: Place): Shares {
  try {
    return shareOut(DATABASE_POOL_SIZE, place)
  } catch (cause) {
    throw new SettingsError(toErrorText(cause), { cause })
  }
}

async function openMedia(settings: Settings, ctx: Context): Promise<MediaTools> {
  const allowPrivate = settings.ALLOW_PRIVATE_MEDIA_HOSTS
  return {
    store: claiming(await openStore(settings), ctx.sql),
    agent: openMediaAgent(allowPrivate),
    allowPrivate,
    retention: {
      days: settings.MEDIA_RETENTION_DAYS,
      keepThumbnails: settings.MEDIA_KEEP_THUMBNAILS,
    },
  }
}
