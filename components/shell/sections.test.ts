import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { english } from '@/lib/i18n/catalogues'
import { paths } from '@/lib/paths'
import { ADMIN_SECTIONS, sectionBlockedBecause, sectionOf, sectionsFor } from './sections'

test('an address belongs to its section, deeper addresses too, and no other', () => {
  expect(sectionOf(paths.admin.channels)?.name).toBe('shell.section.channels')
  expect(sectionOf(paths.admin.channel('7'))?.name).toBe('shell.section.channels')
  expect(sectionOf('/admin/channelsandmore')).toBeUndefined()
  expect(sectionOf(paths.admin.home)).toBeUndefined()
})

test('who may not see a section reads who does', () => {
  const events = ADMIN_SECTIONS.find((section) => section.name === 'shell.section.events')
  if (!events) throw new Error('There is no section for events.')
  expect(sectionBlockedBecause(events, 'admin')).toBeUndefined()
  expect(wordsOf(events, 'supervisor')).toBe(
    'Only admins can open this. You’re signed in as a supervisor. Ask an admin for access.',
  )
  expect(wordsOf(events, 'agent')).toMatch(/as an agent/)
})

test('nobody is shown a section that they can’t use, and no group without one', () => {
  for (const role of ['agent', 'supervisor', 'admin'] as const) {
    const shown = sectionsFor(role).flatMap(({ sections }) => sections)
    const usable = ADMIN_SECTIONS.filter((section) => !sectionBlockedBecause(section, role))
    expect(new Set(shown)).toEqual(new Set(usable))
    expect(sectionsFor(role).every(({ sections }) => sections.length > 0)).toBe(true)
  }
  expect(sectionsFor('agent').map(({ group }) => group)).toContain('shell.sectionGroup.personal')
  expect(sectionsFor('agent').map(({ group }) => group)).not.toContain('shell.sectionGroup.stella')
})

test('the sum is open to supervisors although it lies below the log, which is for admins', () => {
  const sum = sectionOf(paths.admin.eventSums)
  expect(sum && sectionBlockedBecause(sum, 'supervisor')).toBeUndefined()
  expect(sum && wordsOf(sum, 'agent')).toMatch(/^Only supervisors and admins/)
  expect(sectionOf(paths.admin.event(7))?.name).toBe('shell.section.events')
})

function wordsOf(...asked: Parameters<typeof sectionBlockedBecause>): string {
  return english.say(sectionBlockedBecause(...asked) ?? '')
}

test('no two sections share a name or an address', () => {
  for (const of of ['name', 'path'] as const)
    expect(new Set(ADMIN_SECTIONS.map((section) => section[of])).size).toBe(ADMIN_SECTIONS.length)
})

test('every section leads to a page', () => {
  const folders = ['app/(admin)', 'app/(inbox)']
  for (const { path } of ADMIN_SECTIONS)
    expect(
      folders.some((folder) => existsSync(`${folder}${path}/page.tsx`)),
      path,
    ).toBe(true)
})
