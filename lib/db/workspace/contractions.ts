import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

/*
 * A migration adds. What an earlier release still uses may only be taken away by a migration that says, in a line of its
 * own, since which release nobody uses it (docs/deployment.md "Two versions side by side"):
 *
 *     -- Not used since 0.2.0
 */

const NOTE = /^-- Not used since (\d+\.\d+\.\d+)$/m
const journalSchema = z.object({
  entries: z.array(z.object({ tag: z.string(), when: z.number() })),
})

/** A release as a number, so that an earlier one is less; more than three parts are left aside. */
export function toReleaseNumber(release: string): number {
  const [major = 0, minor = 0, patch = 0] = release.split(/[.-]/).map(Number)
  return major * 1_000_000 + minor * 1_000 + patch
}

/** The release since which nobody uses what this migration takes away; undefined where it takes nothing away. */
export function notUsedSince(migration: string): string | undefined {
  return NOTE.exec(migration)?.[1]
}

/** The earliest release that may run beside what the migrations of a folder make, as far as they came after `appliedAt`; 0: any. */
export function earliestRelease(folder: string, appliedAt = 0): number {
  const journal: unknown = JSON.parse(readFileSync(path.join(folder, 'meta/_journal.json'), 'utf8'))
  const notes = journalSchema
    .parse(journal)
    .entries.filter(({ when }) => when > appliedAt)
    .map(({ tag }) => notUsedSince(readFileSync(path.join(folder, `${tag}.sql`), 'utf8')))
  return Math.max(0, ...notes.map((release) => (release ? toReleaseNumber(release) : 0)))
}
