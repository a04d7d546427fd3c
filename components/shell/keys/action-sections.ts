import type { Action, ActionSection } from '@/lib/client/browser/actions'
import type { Key } from '@/lib/i18n/message-catalogue'

const SECTION_USUAL = 'conversation'
/** What is nearest to the work comes first; what is not named follows as it was offered. */
const SECTIONS_FIRST = [SECTION_USUAL, 'list', 'go', 'help', 'admin'] as const

/** What each heading is called. */
export const SECTION_NAMES = {
  conversation: 'shell.commandGroup.conversation',
  list: 'shell.commandGroup.list',
  go: 'shell.commandGroup.go',
  help: 'shell.commandGroup.help',
  theme: 'shell.commandGroup.theme',
  account: 'shell.commandGroup.account',
  admin: 'shell.commandGroup.admin',
} as const satisfies Record<ActionSection, Key>

/** Actions under their headings; those without one act on the open conversation. */
export function toSections(actions: Action[]): { section: ActionSection; actions: Action[] }[] {
  const sections = new Map<ActionSection, Action[]>(SECTIONS_FIRST.map((section) => [section, []]))
  for (const action of actions) {
    const section = action.section ?? SECTION_USUAL
    sections.set(section, [...(sections.get(section) ?? []), action])
  }
  return [...sections]
    .filter(([, grouped]) => grouped.length > 0)
    .map(([section, grouped]) => ({ section, actions: grouped }))
}
