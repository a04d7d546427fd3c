import type { Context } from '@/lib/context'
import { listChannels } from '@/lib/db/channel/channels'
import { type ChannelSum, countLostEvents, sumEvents } from '@/lib/db/log/event-sums'
import { countPendingEvents } from '@/lib/db/log/events'
import { countJobs, readServerSettings } from '@/lib/db/workspace/health'
import { readSecretStatus } from './reseal'

export interface Doctor {
  ok: boolean
  checks: { name: string; ok: boolean; text: string }[]
  channels: ChannelSum[]
}

/** Looks at what an operator would want to know first. Nothing is changed. */
export async function readDoctor(ctx: Context): Promise<Doctor> {
  const checks = [
    await checkDatabase(ctx),
    await checkPending(ctx),
    await checkLost(ctx),
    await checkJobs(ctx),
    await checkSecrets(ctx),
  ]
  const channels = await sumEvents(ctx.sql)
  const quarantined = channels.reduce((sum, channel) => sum + channel.quarantined, 0)
  checks.push({
    name: 'Quarantine',
    ok: true,
    text:
      quarantined === 0
        ? 'empty'
        : `${quarantined} events; see \`event list --outcome quarantined\``,
  })
  const disconnected = (await listChannels(ctx.sql)).filter((channel) => !channel.authorized)
  checks.push({
    name: 'Channels',
    ok: disconnected.length === 0,
    text:
      disconnected.length === 0
        ? `${channels.length} connected`
        : `disconnected at Stella: ${disconnected.map((channel) => channel.name).join(', ')}`,
  })
  return { ok: checks.every((check) => check.ok), checks, channels }
}

async function checkDatabase(ctx: Context) {
  const { version, fsync } = await readServerSettings(ctx.sql)
  const ok = fsync === 'on'
  const text = `Postgres ${version}${ok ? '' : ': fsync is off, a crash would lose events'}`
  return { name: 'Database', ok, text }
}

const PENDING_MAX = 1_000

async function checkPending(ctx: Context) {
  const pending = await countPendingEvents(ctx.sql)
  return { name: 'Fold', ok: pending < PENDING_MAX, text: `${pending} events wait` }
}

async function checkLost(ctx: Context) {
  const lost = await countLostEvents(ctx.sql)
  const text =
    lost === 0 ? 'every event has its place' : `${lost} events have none; see \`rebuild --check\``
  return { name: 'Log', ok: lost === 0, text }
}

async function checkJobs(ctx: Context) {
  const { waiting, failing } = await countJobs(ctx.sql)
  return { name: 'Jobs', ok: failing === 0, text: `${waiting} wait, ${failing} gave up` }
}

async function checkSecrets(ctx: Context) {
  const { current, total, old, unreadable } = await readSecretStatus(ctx)
  const rest = [
    old > 0 && `${old} with an older secret`,
    unreadable > 0 && `${unreadable} can’t be read: add their secret to APP_SECRET_OLD`,
  ].filter(Boolean)
  const text = [`${current} of ${total} sealed with the current secret`, ...rest].join(', ')
  return { name: 'Secrets', ok: unreadable === 0, text }
}
