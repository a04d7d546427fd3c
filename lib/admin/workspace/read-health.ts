import { readFile, statfs } from 'node:fs/promises'
import { z } from 'zod'
import type { Context } from '@/lib/context'
import { listChannels } from '@/lib/db/channel/channels'
import { countPendingEvents } from '@/lib/db/log/events'
import {
  countQuarantined,
  measureDatabase,
  measureJobs,
  measureRejected,
} from '@/lib/db/workspace/health'
import { listProcesses } from '@/lib/db/workspace/seen-processes'
import { toHealthLines } from '@/lib/domain/workspace/health'
import type { HealthFigures } from '@/lib/domain/workspace/health-figures'
import type { HealthLine } from '@/lib/domain/workspace/health-line'
import {
  type CallFigures,
  isPresent,
  type SeenProcess,
  sumCallFigures,
} from '@/lib/domain/workspace/process-figures'
import { measureSpool } from '@/lib/log/spool/measure-spool'
import { spoolFolder } from '@/lib/log/spool/spool-folder'
import { logger } from '@/lib/logger'
import { readCallFigures } from '@/lib/stella/api/call-figures'
import { listSilence } from '../channel/channel-silence'
import { readSecretStatus } from './reseal'

const PATIENCE_MS = 3_000

export interface HealthReport {
  lines: HealthLine[]
  figures: HealthFigures & Required<Pick<HealthFigures, 'stella'>>
  /** By API, of all processes that are there. */
  stella: CallFigures[]
  /** Epoch ms. */
  at: number
}

interface Measured {
  ctx: Context
  dataDir: string
  /** The channels that the reader is kept to; absent: all. */
  seenChannels?: string[]
}

/**
 * How the inbox is doing now. `streams`: browsers that listen to this process, where it serves any. `ownId`: its row among
 * the processes, whose figures it knows better by itself.
 */
export async function readHealth({
  streams,
  ownId,
  ...measured
}: Measured & { streams?: number; ownId?: string }): Promise<HealthReport> {
  const known = await measureHealth(measured)
  const others = othersOf(known.processes, ownId).flatMap((each) => each.figures.stella)
  const stella = sumCallFigures([...readCallFigures(Date.now()), ...others])
  const figures = { ...known, stella: sumCalls(stella), streams }
  return { lines: toHealthLines(figures), figures, stella, at: Date.now() }
}

function othersOf(processes: SeenProcess[] = [], ownId: string | undefined): SeenProcess[] {
  return processes.filter((each) => each.id !== ownId && isPresent(each))
}

/** What can't be measured is missing, and never makes the rest wait long. */
export async function measureHealth(given: Measured): Promise<HealthFigures> {
  const { ctx, dataDir, seenChannels } = given
  const now = Date.now()
  const [database, pendingEvents, rejected, quarantined, jobs, disk, ...rest] = await Promise.all([
    attempt(() => measureDatabase(ctx.sql)),
    attempt(() => countPendingEvents(ctx.sql)),
    attempt(() => measureRejected(ctx.sql, now)),
    attempt(() => countQuarantined(ctx.sql)),
    attempt(() => measureJobs(ctx.sql)),
    attempt(() => measureDisk(dataDir)),
    attempt(() => listSilence(ctx, seenChannels, now)),
    attempt(() => listDisconnected(given)),
    attempt(() => readSecretStatus(ctx)),
    attempt(readVersion),
    attempt(() => listProcesses(ctx.sql)),
    attempt(() => measureSpool(spoolFolder(dataDir))),
  ])
  const [channels, disconnected, secrets, version, processes, spool] = rest
  const measured = { database, pendingEvents, rejected, quarantined, jobs, disk, channels }
  return { ...measured, disconnected, secrets, version, processes, spool }
}

async function listDisconnected({ ctx, seenChannels }: Measured): Promise<string[]> {
  const all = await listChannels(ctx.sql)
  return all
    .filter(({ id, authorized }) => !authorized && (seenChannels?.includes(id) ?? true))
    .map(({ name }) => name)
}

/** A figure, or undefined when it fails or takes too long. */
async function attempt<Value>(measure: () => Promise<Value>): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE_MS)
  })
  try {
    return await Promise.race([measure(), late])
  } catch (error) {
    logger.warn({ error }, 'A figure of the health page could not be had')
    return undefined
  } finally {
    clearTimeout(timer)
  }
}

async function measureDisk(folder: string): Promise<NonNullable<HealthFigures['disk']>> {
  const { bavail, blocks, bsize } = await statfs(folder)
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize }
}

const packageSchema = z.object({ version: z.string() })

async function readVersion(): Promise<string> {
  return packageSchema.parse(JSON.parse(await readFile('package.json', 'utf8'))).version
}

function sumCalls(all: CallFigures[]): NonNullable<HealthFigures['stella']> {
  const sum = (name: 'calls' | 'refused' | 'unreached' | 'unclear') =>
    all.reduce((total, figures) => total + figures[name], 0)
  return {
    calls: sum('calls'),
    refused: sum('refused'),
    unreached: sum('unreached'),
    unclear: sum('unclear'),
    p95Ms: Math.max(0, ...all.map(({ p95Ms }) => p95Ms)),
  }
}
