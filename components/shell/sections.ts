import { hasRole, type Role } from '@/lib/domain/people/role'
import { roleFor } from '@/lib/domain/permissions'
import type { Key } from '@/lib/i18n/message-catalogue'
import { type Reason, reason } from '@/lib/i18n/reason'
import { paths } from '@/lib/paths'

/** A part of the admin side: where it is, what it is for, and who may see it. */
export interface AdminSection {
  name: Extract<Key, `shell.section.${string}`>
  path: string
  /** One sentence: what is done there. */
  about: Extract<Key, `shell.about.${string}`>
  group: Group
  needs: Role
}

const SECTION_GROUPS = [
  'shell.sectionGroup.stella',
  'shell.sectionGroup.diagnostics',
  'shell.sectionGroup.workspace',
  'shell.sectionGroup.personal',
] as const
type Group = (typeof SECTION_GROUPS)[number]

/** In the order in which they stand on screen. A new section is one entry here, a page at its path and an icon. */
export const ADMIN_SECTIONS: AdminSection[] = [
  {
    name: 'shell.section.connections',
    path: paths.admin.connections,
    about: 'shell.about.connections',
    group: 'shell.sectionGroup.stella',
    needs: roleFor('manage-stella'),
  },
  {
    name: 'shell.section.channels',
    path: paths.admin.channels,
    about: 'shell.about.channels',
    group: 'shell.sectionGroup.stella',
    needs: roleFor('manage-stella'),
  },
  {
    name: 'shell.section.integrations',
    path: paths.admin.integrations,
    about: 'shell.about.integrations',
    group: 'shell.sectionGroup.stella',
    needs: roleFor('manage-stella'),
  },
  {
    name: 'shell.section.templates',
    path: paths.admin.templates,
    about: 'shell.about.templates',
    group: 'shell.sectionGroup.stella',
    needs: 'admin',
  },
  {
    name: 'shell.section.events',
    path: paths.admin.events,
    about: 'shell.about.events',
    group: 'shell.sectionGroup.diagnostics',
    needs: roleFor('see-log'),
  },
  {
    name: 'shell.section.totals',
    path: paths.admin.eventSums,
    about: 'shell.about.totals',
    group: 'shell.sectionGroup.diagnostics',
    needs: roleFor('see-log-sum'),
  },
  {
    name: 'shell.section.quarantine',
    path: paths.admin.quarantine,
    about: 'shell.about.quarantine',
    group: 'shell.sectionGroup.diagnostics',
    needs: roleFor('see-log'),
  },
  {
    name: 'shell.section.audit',
    path: paths.admin.audit,
    about: 'shell.about.audit',
    group: 'shell.sectionGroup.diagnostics',
    needs: roleFor('see-audit'),
  },
  {
    name: 'shell.section.health',
    path: paths.admin.health,
    about: 'shell.about.health',
    group: 'shell.sectionGroup.diagnostics',
    needs: roleFor('see-health'),
  },
  {
    name: 'shell.section.outbox',
    path: paths.outbox,
    about: 'shell.about.outbox',
    group: 'shell.sectionGroup.diagnostics',
    needs: 'agent',
  },
  {
    name: 'shell.section.people',
    path: paths.admin.people,
    about: 'shell.about.people',
    group: 'shell.sectionGroup.workspace',
    needs: roleFor('see-people'),
  },
  {
    name: 'shell.section.canned',
    path: paths.admin.cannedReplies,
    about: 'shell.about.canned',
    group: 'shell.sectionGroup.workspace',
    needs: roleFor('manage-canned-replies'),
  },
  {
    name: 'shell.section.tags',
    path: paths.admin.tags,
    about: 'shell.about.tags',
    group: 'shell.sectionGroup.workspace',
    needs: roleFor('manage-tags'),
  },
  {
    name: 'shell.section.automatic',
    path: paths.admin.texts,
    about: 'shell.about.automatic',
    group: 'shell.sectionGroup.workspace',
    needs: roleFor('configure-channels'),
  },
  {
    name: 'shell.section.hours',
    path: paths.admin.hours,
    about: 'shell.about.hours',
    group: 'shell.sectionGroup.workspace',
    needs: roleFor('configure-channels'),
  },
  {
    name: 'shell.section.profile',
    path: paths.admin.profile,
    about: 'shell.about.profile',
    group: 'shell.sectionGroup.personal',
    needs: 'agent',
  },
]

/** The sections that somebody of this role can use, group by group; a group without any is left out. */
export function sectionsFor(role: Role): { group: Group; sections: AdminSection[] }[] {
  const open = ADMIN_SECTIONS.filter((section) => hasRole(role, section.needs))
  return SECTION_GROUPS.map((group) => ({
    group,
    sections: open.filter((section) => section.group === group),
  })).filter(({ sections }) => sections.length > 0)
}

/** The section an address belongs to, the innermost where one lies in another; undefined on the overview. */
export function sectionOf(pathname: string): AdminSection | undefined {
  const around = ADMIN_SECTIONS.filter(
    ({ path }) => pathname === path || pathname.startsWith(`${path}/`),
  )
  return around.sort((a, b) => b.path.length - a.path.length)[0]
}

/** Why somebody of this role can't see a section; undefined when they can. */
export function sectionBlockedBecause(section: AdminSection, role: Role): Reason | undefined {
  if (hasRole(role, section.needs)) return undefined
  return reason('shell.sectionBlocked', { needs: section.needs, role })
}
