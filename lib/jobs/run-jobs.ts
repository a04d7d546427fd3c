import { randomInt } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { Logger, parseCronItems, type Runner, run, type TaskList } from 'graphile-worker'
import type { Context } from '@/lib/context'
import { mendCounters } from '@/lib/db/conversation/counters'
import { insertJobs, type JobPayloads } from '@/lib/db/jobs'
import { listConversationsToSend, listScheduledReplies } from '@/lib/db/reply/next-reply'
import { endIdle } from '@/lib/inbox/owner/end-idle'
import { handBackResolved } from '@/lib/inbox/owner/hand-back-resolved'
import { tellClosed } from '@/lib/inbox/reply/tell-closed'
import { dueJob, sendJob } from '@/lib/log/effects'
import { logger } from '@/lib/logger'
import { withCurrentIds } from './current-payloads'
import { Lifeline } from './dead-workers'
import { expireMedia } from './media/expire-media'
import { fetchMedia, type MediaTools } from './media/fetch-media'
import { fetchPortrait } from './member/fetch-portrait'
import { refreshMember } from './member/refresh-member'
import { findIdle } from './owner/find-idle'
import { stopBot } from './owner/stop-bot'
import { purgeSignIns } from './people/purge-sign-ins'
import { replyDue } from './reply/reply-due'
import { sendReplies } from './reply/send-replies'

const POLL_MS = 1_000
const LOOK_MS = 2_500
/** What is not done by then is handed back: with its lock gone, another process frees it (dead-workers.ts). */
const STOP_WAIT_MS = 2_500

/**
 * In whichever process is first: each minute the timers of conversations and a look at their counters, each quarter of an hour what is left of signing
 * in, each night what is kept no longer.
 */
const CONVERSATION_CRON = [
  {
    task: 'find-idle',
    match: '* * * * *',
    identifier: 'find-idle',
    options: { backfillPeriod: 0, maxAttempts: 1 },
  },
  {
    task: 'mend-counters',
    match: '* * * * *',
    identifier: 'mend-counters',
    options: { backfillPeriod: 0, maxAttempts: 1 },
  },
  {
    task: 'purge-sign-ins',
    match: '*/15 * * * *',
    identifier: 'purge-sign-ins',
    options: { backfillPeriod: 0, maxAttempts: 1 },
  },
]
// At a time when few write; minutes past the hour, because everybody else's work starts on it.
const MEDIA_CRON = [{ task: 'expire-media', match: '17 3 * * *', identifier: 'expire-media' }]

/**
 * What may take long waits for its own kind and for nothing else. Files come from strangers' hosts, which may take
 * minutes over each. Reads of members are many and nobody waits for them, and Stella may take 20 s over each: neither a
 * reply nor a bot that is to be stopped may stand behind them. `pool`: connections of the queue itself, one of which
 * listens; the work is done on those of the context.
 */
const LANES = {
  reply: { concurrency: 10, pool: 3, cron: [], toTasks: toReplyTasks },
  conversation: { concurrency: 6, pool: 3, cron: CONVERSATION_CRON, toTasks: toConversationTasks },
  member: { concurrency: 6, pool: 2, cron: [], toTasks: toMemberTasks },
  media: { concurrency: 6, pool: 3, cron: MEDIA_CRON, toTasks: toMediaTasks },
}
type Lane = (typeof LANES)[keyof typeof LANES]

/** Runs background jobs in this process until `stop`. Several processes share the work. */
export async function runJobs(ctx: Context, media: MediaTools): Promise<{ stop(): Promise<void> }> {
  const lifeline = new Lifeline(ctx.databaseUrl, randomInt(1, 2 ** 31 - 1))
  const look = () =>
    lifeline.look().catch((error) => logger.warn({ error }, 'Looking after jobs failed'))
  await lifeline.look()
  await resumeOutbox(ctx)
  const runners: Runner[] = []
  for (const lane of Object.values(LANES)) runners.push(await start(ctx, media, lifeline, lane))
  const looking = setInterval(look, LOOK_MS)
  return {
    async stop() {
      clearInterval(looking)
      await Promise.race([
        Promise.all(runners.map((runner) => runner.stop())),
        new Promise((resolve) => setTimeout(resolve, STOP_WAIT_MS)),
      ])
      await lifeline.end()
    },
  }
}

/** A safety net: whatever happened to its job, a reply that waits has one once a process has started. */
async function resumeOutbox(ctx: Context) {
  const waiting = await listConversationsToSend(ctx.sql)
  const scheduled = await listScheduledReplies(ctx.sql)
  await insertJobs(ctx.sql, [
    ...waiting.map((conversationId) => sendJob(conversationId)),
    ...scheduled.map(({ conversationId, id, sendAt }) => dueJob(conversationId, id, sendAt)),
  ])
}

async function start(
  ctx: Context,
  media: MediaTools,
  lifeline: Lifeline,
  lane: Lane,
): Promise<Runner> {
  const events = new EventEmitter()
  // Jobs are locked in the name of a worker or of its pool: both belong to this process.
  events.on('worker:create', ({ worker }: { worker: { workerId: string } }) =>
    register(worker.workerId),
  )
  events.on('pool:create', ({ workerPool }: { workerPool: { id: string } }) =>
    register(workerPool.id),
  )
  function register(id: string) {
    lifeline
      .register(id)
      .catch((error) => logger.error({ error }, 'A job worker could not be registered'))
  }
  return run({
    connectionString: ctx.databaseUrl,
    concurrency: lane.concurrency,
    maxPoolSize: lane.pool,
    pollInterval: POLL_MS,
    noHandleSignals: true,
    noPreparedStatements: false,
    taskList: withCurrentIds(ctx, lane.toTasks(ctx, media)),
    parsedCronItems: parseCronItems(lane.cron),
    // Its own words quote the error, and an error quotes what a statement was given.
    logger: new Logger(() => (level, message, meta) => {
      if (level !== 'error') return
      const [firstLine] = message.split('\n')
      const job = (meta?.job as { task_identifier?: string } | undefined)?.task_identifier
      logger.warn({ job, error: meta?.error ?? firstLine }, 'A job failed; it is tried again')
    }),
    events,
  })
}

// graphile-worker hands payloads back as they were inserted by insertJobs, which types them.

function toReplyTasks(ctx: Context): TaskList {
  return {
    'send-replies': (payload) => sendReplies(ctx, payload as JobPayloads['send-replies']),
    'reply-due': (payload) => replyDue(ctx, payload as JobPayloads['reply-due']),
  }
}

function toMemberTasks(ctx: Context): TaskList {
  return {
    'refresh-member': (payload) => refreshMember(ctx, payload as JobPayloads['refresh-member']),
  }
}

function toConversationTasks(ctx: Context): TaskList {
  return {
    'stop-bot': (payload) => stopBot(ctx, payload as JobPayloads['stop-bot']),
    'tell-closed': (payload) =>
      tellClosed(ctx, (payload as JobPayloads['tell-closed']).conversationId, Date.now()),
    'hand-back-resolved': (payload) =>
      handBackResolved(ctx, (payload as JobPayloads['hand-back-resolved']).conversationId),
    'find-idle': async () => void (await findIdle(ctx, Date.now())),
    'mend-counters': async () => void (await mendCounters(ctx.background)),
    'purge-sign-ins': async () => void (await purgeSignIns(ctx, Date.now())),
    'end-idle': (payload) =>
      endIdle(ctx, (payload as JobPayloads['end-idle']).conversationId, Date.now()),
  }
}

function toMediaTasks(ctx: Context, media: MediaTools): TaskList {
  return {
    'expire-media': async () => {
      await expireMedia(ctx, media.store, media.retention ?? { keepThumbnails: true })
    },
    'fetch-portrait': (payload, { job }) =>
      fetchPortrait(
        ctx,
        media,
        payload as JobPayloads['fetch-portrait'],
        job.attempts >= job.max_attempts,
      ),
    'fetch-media': (payload, { job }) =>
      fetchMedia(
        ctx,
        media,
        payload as JobPayloads['fetch-media'],
        job.attempts >= job.max_attempts,
      ),
  }
}
