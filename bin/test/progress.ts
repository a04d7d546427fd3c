import { stripVTControlCharacters } from 'node:util'

/** How far a run of tests is, read from the lines that it writes for people. */
export interface Progress {
  done: number
  /** Where the run says it at its start. */
  total?: number
}

const STORIES = /^\s*Running (\d+) tests? using/
const STORY = /^\s*(?:✓|✘|ok|x|-)\s+\d+ \[/
/** A file of vitest; the second number is there when some of its tests failed or were skipped. */
const FILE = /^\s*(?:✓|❯|×)\s.*\.test\.tsx?\s+\((\d+) tests?\b/

/** Counts on what this line says. A story that is tried again is counted again: the total is never passed. */
export function countOn(progress: Progress, line: string): Progress {
  const words = stripVTControlCharacters(line)
  const total = STORIES.exec(words)?.[1]
  if (total) return { done: 0, total: Number(total) }
  const more = STORY.test(words) ? 1 : Number(FILE.exec(words)?.[1] ?? 0)
  return { ...progress, done: Math.min(progress.done + more, progress.total ?? Infinity) }
}

export function toProgressWords({ done, total }: Progress): string {
  if (total !== undefined) return ` ${done} of ${total}`
  return done > 0 ? ` ${done}` : ''
}
