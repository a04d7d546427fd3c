import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { earliestRelease, notUsedSince, toReleaseNumber } from './contractions'
import { migrationsFolder } from './versions'

/** The last migration from before two versions could run side by side. */
const LAST_FREE = '0020_reasons'

/** What an earlier version, which keeps running beside, could not live with. Tables that the same migration makes are free. */
const BREAKING: [RegExp, string][] = [
  [/\bdrop (?:table|column|schema|type|view|materialized view|function|trigger)\b/, 'drops'],
  [/\brename\b/, 'renames'],
  [/\balter column \S+ (?:set data )?type\b/, 'changes a type'],
  [/\balter column \S+ set not null\b/, 'asks for a value'],
  [/\balter column \S+ drop default\b/, 'takes a default'],
  [
    /\badd (?:column )?(?!constraint)\S+ (?!.*\b(?:default|generated)\b).*\bnot null\b/,
    'asks for a value',
  ],
  [/\badd constraint\b(?!.*\bnot valid\b)/, 'forbids what was allowed'],
  [/\bcreate unique index\b/, 'forbids what was allowed'],
]

/** What is wrong with a migration for whoever runs the version before it. `earlier`: all SQL before it. */
function breaksIn(migration: string, earlier: string): string[] {
  const made = new Set(
    [...migration.matchAll(/create table (?:if not exists )?(\S+)/gi)].map(([, name]) =>
      plain(name),
    ),
  )
  return statementsOf(migration).flatMap((statement) => {
    const [, table] =
      /^(?:alter table|create unique index .*? on) (?:only )?(\S+)/.exec(statement) ?? []
    if (made.has(plain(table))) return []
    const [, , dropped] = /\bdrop (index|constraint) (?:if exists )?(\S+)/.exec(statement) ?? []
    if (dropped && isUnique(plain(dropped), earlier)) return [`frees what was unique: ${statement}`]
    return BREAKING.filter(([what]) => what.test(statement)).map(
      ([, why]) => `${why}: ${statement}`,
    )
  })
}

/** Statements without comments and what stands in quotes of any kind but names, in small letters. */
function statementsOf(migration: string): string[] {
  return migration
    .replaceAll(/--.*$/gm, '')
    .replaceAll(/\$(\w*)\$[\s\S]*?\$\1\$/g, '')
    .replaceAll(/'[^']*'/g, "''")
    .toLowerCase()
    .split(';')
    .map((statement) => statement.replaceAll(/\s+/g, ' ').trim())
    .filter(Boolean)
}

/** Somebody may insert with `on conflict` by it. */
function isUnique(name: string, sql: string): boolean {
  return new RegExp(
    `unique index (?:if not exists )?"?${name}"?|constraint "?${name}"? (?:primary|unique)`,
    'i',
  ).test(sql)
}

function plain(name = ''): string {
  return name.toLowerCase().replaceAll(/["(;]|public\./g, '')
}

function readMigrations() {
  const folder = migrationsFolder()
  const { entries }: { entries: { tag: string }[] } = JSON.parse(
    readFileSync(`${folder}/meta/_journal.json`, 'utf8'),
  )
  return entries.map(({ tag }) => ({ tag, sql: readFileSync(`${folder}/${tag}.sql`, 'utf8') }))
}

test('a migration takes away nothing that the version before it uses, unless it names the release since which nobody does', () => {
  const all = readMigrations()
  const free = all.findIndex(({ tag }) => tag === LAST_FREE)
  const wrong = all.slice(free + 1).flatMap(({ tag, sql }) => {
    const at = all.findIndex((other) => other.tag === tag)
    const earlier = all
      .slice(0, at)
      .map((each) => each.sql)
      .join('\n')
    return notUsedSince(sql) ? [] : breaksIn(sql, earlier).map((why) => `${tag} ${why}`)
  })
  expect(wrong).toEqual([])
})

test('the release that a migration names is out: no later than this one', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  expect(earliestRelease(migrationsFolder())).toBeLessThanOrEqual(toReleaseNumber(version))
})

test.each([
  'ALTER TABLE "members" DROP COLUMN "name";',
  'DROP TABLE "members";',
  'ALTER TABLE "members" RENAME COLUMN "name" TO "called";',
  'ALTER TABLE "members" RENAME TO "people";',
  'ALTER TABLE "members" ALTER COLUMN "name" SET DATA TYPE varchar(20);',
  'ALTER TABLE "members" ALTER COLUMN "name" SET NOT NULL;',
  'ALTER TABLE "members" ALTER COLUMN "name" DROP DEFAULT;',
  'ALTER TABLE "members" ADD COLUMN "later" text NOT NULL;',
  'ALTER TABLE "members" ADD CONSTRAINT "short" CHECK (length(name) < 9);',
  'CREATE UNIQUE INDEX "one" ON "members" USING btree ("name");',
  'ALTER TABLE "members" DROP CONSTRAINT "known_name";',
  'DROP INDEX "known";',
])('an earlier version could not live with: %s', (sql) => {
  const earlier =
    'CREATE UNIQUE INDEX "known" ON x (a); CREATE TABLE y (CONSTRAINT "known_name" UNIQUE("a"));'
  expect(breaksIn(sql, earlier)).toHaveLength(1)
})

test.each([
  'ALTER TABLE "members" ADD COLUMN "later" text;',
  `ALTER TABLE "members" ADD COLUMN "later" text DEFAULT 'x' NOT NULL;`,
  'ALTER TABLE "members" ALTER COLUMN "name" DROP NOT NULL;',
  'CREATE INDEX "slow" ON "members" USING btree ("name");',
  'DROP INDEX "slow";',
  'CREATE TABLE "later" ("id" uuid NOT NULL); ALTER TABLE "later" ADD CONSTRAINT "l" CHECK (true); CREATE UNIQUE INDEX "u" ON "later" ("id");',
  `COMMENT ON TABLE "members" IS 'we drop table members';`,
  '-- drop table members',
])('an earlier version lives with: %s', (sql) => {
  expect(breaksIn(sql, '')).toEqual([])
})

test('a release is before another by its numbers, not by its letters', () => {
  expect(toReleaseNumber('0.9.0')).toBeLessThan(toReleaseNumber('0.10.0'))
  expect(toReleaseNumber('0.10.1')).toBeLessThan(toReleaseNumber('1.0.0'))
})
