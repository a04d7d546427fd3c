import { type Reason, reason } from '@/lib/i18n/reason'

/** Who begins to wait for an agent, by name; of many the first. */
export function waitWords([first = '', second, ...more]: string[]): Reason {
  if (!second) return reason('shell.bell.waitsOne', { name: first })
  if (more.length === 0) return reason('shell.bell.waitsTwo', { names: { list: [first, second] } })
  return reason('shell.bell.waitsMany', { name: first, count: more.length + 1 })
}
