import {
  Activity,
  Blocks,
  CalendarClock,
  FileStack,
  History,
  type LucideIcon,
  MessageSquareQuote,
  Plug,
  Radio,
  ScrollText,
  Send,
  ShieldAlert,
  Sigma,
  Tags,
  Type,
  UserRound,
  Users,
} from 'lucide-react'
import { hasRole, type Role } from '@/lib/domain/people/role'
import { roleFor } from '@/lib/domain/permissions'
import { paths } from '@/lib/paths'

/** A part of the admin side: where it is, what it is for, and who may see it. */
export interface AdminSection {
  name: string
  path: string
  /** One sentence: what is done there. */
  about: string
  icon: LucideIcon
  group: (typeof SECTION_GROUPS)[number]
  needs: Role
}

const SECTION_GROUPS = ['Stella', 'Diagnostics', 'Workspace', 'Me'] as const

/** In the order in which they stand on screen. A new section is one entry here and a page at its path. */
export const ADMIN_SECTIONS: AdminSection[] = [
  {
    name: 'Connections',
    path: paths.admin.connections,
    about: 'Stella apps: their access tokens and API addresses, and whether they answer.',
    icon: Plug,
    group: 'Stella',
    needs: roleFor('manage-stella'),
  },
  {
    name: 'Channels',
    path: paths.admin.channels,
    about: 'Connect, pause and configure channels; rotate the secrets that sign their webhooks.',
    icon: Radio,
    group: 'Stella',
    needs: roleFor('manage-stella'),
  },
  {
    name: 'Integrations',
    path: paths.admin.integrations,
    about: 'The integrations that Stella keeps for a connection.',
    icon: Blocks,
    group: 'Stella',
    needs: roleFor('manage-stella'),
  },
  {
    name: 'Templates',
    path: paths.admin.templates,
    about: 'WhatsApp templates for members whose reply window has closed.',
    icon: FileStack,
    group: 'Stella',
    needs: 'admin',
  },
  {
    name: 'Events',
    path: paths.admin.events,
    about: 'The live log: the exact bytes of every delivery and what they became.',
    icon: ScrollText,
    group: 'Diagnostics',
    needs: roleFor('see-log'),
  },
  {
    name: 'Delivery totals',
    path: paths.admin.eventSums,
    about: 'Where every delivery went, channel by channel: nothing is lost.',
    icon: Sigma,
    group: 'Diagnostics',
    needs: roleFor('see-log-sum'),
  },
  {
    name: 'Quarantine',
    path: paths.admin.quarantine,
    about: 'Events that nobody could read yet, to be replayed.',
    icon: ShieldAlert,
    group: 'Diagnostics',
    needs: roleFor('see-log'),
  },
  {
    name: 'Audit',
    path: paths.admin.audit,
    about: 'What everybody did, and when.',
    icon: History,
    group: 'Diagnostics',
    needs: roleFor('see-audit'),
  },
  {
    name: 'Health',
    path: paths.admin.health,
    about: 'How the database, the jobs and Stella are doing, and what to do about each red line.',
    icon: Activity,
    group: 'Diagnostics',
    needs: roleFor('see-health'),
  },
  {
    name: 'Outbox',
    path: paths.outbox,
    about: 'Replies that wait, failed, are unconfirmed or scheduled.',
    icon: Send,
    group: 'Diagnostics',
    needs: 'agent',
  },
  {
    name: 'People',
    path: paths.admin.people,
    about: 'Who may sign in, with which role, to which channels.',
    icon: Users,
    group: 'Workspace',
    needs: roleFor('see-people'),
  },
  {
    name: 'Canned replies',
    path: paths.admin.cannedReplies,
    about: 'Answers that agents put in with a slash.',
    icon: MessageSquareQuote,
    group: 'Workspace',
    needs: roleFor('manage-canned-replies'),
  },
  {
    name: 'Tags',
    path: paths.admin.tags,
    about: 'The words this workspace sorts conversations by.',
    icon: Tags,
    group: 'Workspace',
    needs: roleFor('manage-tags'),
  },
  {
    name: 'Automatic messages',
    path: paths.admin.texts,
    about: 'What members are told by itself, and the words that ask for a person.',
    icon: Type,
    group: 'Workspace',
    needs: roleFor('configure-channels'),
  },
  {
    name: 'Business hours',
    path: paths.admin.hours,
    about: 'When people answer.',
    icon: CalendarClock,
    group: 'Workspace',
    needs: roleFor('configure-channels'),
  },
  {
    name: 'My profile',
    path: paths.admin.profile,
    about: 'My name, my notifications, and how long a reply can be undone.',
    icon: UserRound,
    group: 'Me',
    needs: 'agent',
  },
]

/** The sections that somebody of this role can use, group by group; a group without any is left out. */
export function sectionsFor(role: Role): { group: string; sections: AdminSection[] }[] {
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

const WHO: Record<Role, string> = {
  agent: 'People who are signed in',
  supervisor: 'Supervisors and admins',
  admin: 'Admins',
}

/** Why somebody of this role can't see a section, in words; undefined when they can. */
export function sectionBlockedBecause(section: AdminSection, role: Role): string | undefined {
  if (hasRole(role, section.needs)) return undefined
  return `${WHO[section.needs]} see this; you are signed in as ${role === 'supervisor' ? 'a' : 'an'} ${role}. Ask an admin.`
}
