import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/**
 * Ordinary statements are built by Drizzle, typed by the schema (lib/db/orm.ts). These files hold some that are written by
 * hand, each for its reason. Tests, the benches and the tools of the tests write what they like.
 */
const BY_HAND: Record<string, string> = {
  'lib/db/channel/bot-nodes.ts': 'an aggregate over the newest members',
  'lib/db/channel/channels.ts': 'a counter, and the secrets that every delivery needs',
  'lib/db/channel/connection-pauses.ts': 'a rest is noted by one statement without a lock',
  'lib/db/channel/delivery-hours.ts': 'aggregates over the log',
  'lib/db/channel/stella-targets.ts': 'the one join that every call to Stella begins with',
  'lib/db/channel/templates.ts': 'inserts only where no other has the name',
  'lib/db/channel/verified-header.ts': 'the end of the log, and an aggregate',
  'lib/db/conversation/channel-of.ts': 'asked before requests and for every frame',
  'lib/db/conversation/conversations.ts': 'the lists, and the feed',
  'lib/db/conversation/counters.ts': 'the counters',
  'lib/db/conversation/list-page.ts': 'the lists',
  'lib/db/conversation/merged.ts': 'the feed, and what is asked before requests',
  'lib/db/conversation/search.ts': 'the search',
  'lib/db/driver/lost-transactions.ts': 'hands on what others wrote, while the connection lasts',
  'lib/db/jobs.ts': 'jobs',
  'lib/db/log/appended.ts': 'workers are woken',
  'lib/db/log/audit.ts': 'a list over the log',
  'lib/db/log/event-effects.ts': 'a list over the log',
  'lib/db/log/event-listing.ts': 'a list over the log',
  'lib/db/log/event-sums.ts': 'aggregates over the log',
  'lib/db/log/events.ts': 'append',
  'lib/db/log/feed.ts': 'the feed is announced',
  'lib/db/log/fold-lock.ts': 'a lock',
  'lib/db/log/fold-reads.ts': 'the load of the fold',
  'lib/db/log/load-aliases.ts': 'the load of the fold',
  'lib/db/log/load-conversations.ts': 'the load of the fold',
  'lib/db/log/load-joined.ts': 'the load of the fold',
  'lib/db/log/rare-changes.ts': 'the feed, asked for every frame',
  'lib/db/log/rebuild/rebuilt-pairs.ts': 'rebuild',
  'lib/db/log/rebuild/rebuilt-tables.ts': 'rebuild',
  'lib/db/log/rebuild/replayed-events.ts': 'events are put back into the list of the fold',
  'lib/db/log/save-world.ts': 'the save of the fold',
  'lib/db/log/load-world.ts': 'the load of the fold',
  'lib/db/log/write-rows.ts': 'the save of the fold',
  'lib/db/media/gallery.ts': 'a list of a thread',
  'lib/db/media/media-claims.ts': 'a lock, and a question to four tables',
  'lib/db/message/activities.ts': 'a list of a thread, and the feed',
  'lib/db/message/deleted.ts': 'a question to four tables',
  'lib/db/message/journey.ts': 'reads the bodies of events',
  'lib/db/message/messages.ts': 'the lists of a thread, and the feed',
  'lib/db/orm.ts': 'hands over what the builder has built',
  'lib/db/owner/idle.ts': 'the list of every minute',
  'lib/db/owner/spans.ts': 'a list of a thread',
  'lib/db/people/people.ts': 'an announcement, and an aggregate',
  'lib/db/people/sessions.ts': 'takes turns at the row of a person',
  'lib/db/people/setup-links.ts': 'spends all rows when one is met',
  'lib/db/people/sign-in-failures.ts': 'counters',
  'lib/db/reply/failed-replies.ts': 'a condition of the lists and the counters',
  'lib/db/reply/next-reply.ts': 'the outbox, by its index',
  'lib/db/reply/outbox.ts': 'a list, counters and an aggregate',
  'lib/db/workspace/health.ts': 'aggregates, jobs, and settings of Postgres',
  'lib/db/workspace/job-workers.ts': 'locks and jobs',
  'lib/db/workspace/migrate.ts': 'before there is a schema',
  'lib/db/workspace/setting-events.ts': 'reads the bodies of events',
  'lib/db/workspace/versions.ts': 'locks',
  'bin/postgres/embedded-database.ts': 'before there is a database',
  'bin/postgres/postgres-cluster.ts': 'before there is a database',
  'bin/postgres/postgres-role.ts': 'before there is a database',
}

const FREE = /\.test\.tsx?$|\/testing[./-]|^bin\/test\//

/** A tagged template that begins as a statement does, or a text that is handed over as one. */
const STATEMENT =
  /[\w)\]>]`\s*(?:select|insert into|update|delete from|with \w+ (?:\(.*?\) )?as|lock|notify|listen|set (?:local|session)|create|drop|alter|truncate|show)\b|\.unsafe\(/i

const files = ['app', 'bin', 'components', 'drizzle', 'lib', 'simulator']
  .flatMap(sourcesIn)
  .filter((file) => !FREE.test(file))

test('statements written by hand are where a reason says so, and nowhere else', () => {
  const found = files.filter((file) => STATEMENT.test(withoutComments(readFileSync(file, 'utf8'))))
  expect(found.sort()).toEqual(Object.keys(BY_HAND).sort())
})

test('a hand-written statement is known by its look', () => {
  expect(STATEMENT.test('await tx`update agents set name = 1`')).toBe(true)
  expect(STATEMENT.test('sql<{ id: number }[]>`\n  with ended as (delete from x) select`')).toBe(
    true,
  )
  expect(STATEMENT.test('sql`now()`')).toBe(false)
  expect(withoutComments('/** `a` select */\nx // `b` update\n')).not.toMatch(/select|update/)
})

test('Drizzle is asked for nothing but its builder outside lib/db and the schema', () => {
  const users = files.filter((file) => /from 'drizzle-orm/.test(readFileSync(file, 'utf8')))
  expect(users.filter((file) => !/^(lib\/db|drizzle)\//.test(file))).toEqual([])
})

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('node_modules'))
}

/** An address in a text loses its end, which does no harm here. */
function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/\/\/.*$/gm, '')
}
