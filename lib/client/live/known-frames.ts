import type { Changes } from '@/lib/view/changes'

/*
 * During a rollout a page, the server that its stream ends at, and the tab that relays it may be of three builds. What one
 * of them doesn't know is left aside, and what an older one doesn't say yet is empty (architecture.md "Two versions side by side").
 */

/** A frame of changes with all lists that this page reads. */
export function toChanges(json: Partial<Changes> & Pick<Changes, 'feed'>): Changes {
  return { conversations: [], messages: [], activities: [], ...json }
}
