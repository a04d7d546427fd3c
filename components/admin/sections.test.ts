import { expect, test } from 'vitest'
import { paths } from '@/lib/paths'
import { ADMIN_SECTIONS, sectionBlockedBecause, sectionOf } from './sections'

test('an address belongs to its section, deeper addresses too, and no other', () => {
  expect(sectionOf(paths.admin.channels)?.name).toBe('Channels')
  expect(sectionOf(paths.admin.channel('7'))?.name).toBe('Channels')
  expect(sectionOf('/admin/channelsandmore')).toBeUndefined()
  expect(sectionOf(paths.admin.home)).toBeUndefined()
})

test('who may not see a section reads who does', () => {
  const events = ADMIN_SECTIONS.find((section) => section.name === 'Events')
  if (!events) throw new Error('There is no section for events.')
  expect(sectionBlockedBecause(events, 'admin')).toBeUndefined()
  expect(sectionBlockedBecause(events, 'supervisor')).toBe(
    'Admins see this; you are signed in as a supervisor. Ask an admin.',
  )
  expect(sectionBlockedBecause(events, 'agent')).toMatch(/as an agent/)
})

test('no two sections share a name or an address', () => {
  for (const of of ['name', 'path'] as const)
    expect(new Set(ADMIN_SECTIONS.map((section) => section[of])).size).toBe(ADMIN_SECTIONS.length)
})
