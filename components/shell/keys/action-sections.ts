import type { Action } from '@/lib/client/browser/actions'

const SECTION_USUAL = 'Conversation'
/** What is nearest to the work comes first; other sections follow as they were offered. */
const SECTIONS_FIRST = [SECTION_USUAL, 'List', 'Go to', 'Help']

/** Actions under their headings; those without one act on the open conversation. */
export function toSections(actions: Action[]): { name: string; actions: Action[] }[] {
  const sections = new Map<string, Action[]>(SECTIONS_FIRST.map((name) => [name, []]))
  for (const action of actions) {
    const name = action.section ?? SECTION_USUAL
    sections.set(name, [...(sections.get(name) ?? []), action])
  }
  return [...sections]
    .filter(([, grouped]) => grouped.length > 0)
    .map(([name, grouped]) => ({ name, actions: grouped }))
}
