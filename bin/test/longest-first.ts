import path from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Files that take long, the longest of a project first. Begun last, each would leave the other processor idle until its
 * end; the size of a file, by which vitest goes otherwise, says nothing of how long its tests wait.
 */
export const LONGEST = [
  'bench/faults/replies.faults.test.ts',
  'bench/faults/reply-steps.faults.test.ts',
  'bench/faults/bench.faults.test.ts',
  'bench/faults/outages.faults.test.ts',
  'bench/faults/app-killed.faults.test.ts',
  'bin/postgres/embedded-database.db.test.ts',
  'bin/inbox.db.test.ts',
  'lib/jobs/reply/outage.db.test.ts',
  'bin/test/interrupted-run.db.test.ts',
  'lib/jobs/reply/send-replies.db.test.ts',
  'lib/inbox/log/unnoted.db.test.ts',
  'lib/inbox/owner/owner.db.test.ts',
  'lib/auth/sign-in.db.test.ts',
  'lib/log/turn.db.test.ts',
  'lib/jobs/member/member-lane.db.test.ts',
  'bin/process/lifecycle.test.ts',
  'bin/test/leash.test.ts',
  'lib/media/reader/hear.test.ts',
  'lib/media/download.test.ts',
]

/** The order in which vitest starts test files. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) => LONGEST.includes(nameOf(moduleId))
    const long = LONGEST.flatMap((name) => sorted.filter((file) => nameOf(file.moduleId) === name))
    return [...long, ...sorted.filter((file) => !isLong(file))]
  }
}

function nameOf(file: string): string {
  return path.relative('', file).split(path.sep).join('/')
}
