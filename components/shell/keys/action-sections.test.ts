import { expect, test } from 'vitest'
import type { Action, ActionSection } from '@/lib/client/browser/actions'
import { toSections } from './action-sections'

test('what is nearest to the work comes first, then the admin sections, other headings as they were offered', () => {
  const names = (['theme', 'help', undefined, 'admin', 'list'] as const).map((section, place) =>
    action(String(place), section),
  )
  expect(toSections(names).map(({ section }) => section)).toEqual([
    'conversation',
    'list',
    'help',
    'admin',
    'theme',
  ])
})

test('a heading has its actions in their order, and none stands empty', () => {
  const sections = toSections([action('a', 'list'), action('b', 'list')])
  expect(sections).toHaveLength(1)
  expect(sections[0]?.actions.map(({ id }) => id)).toEqual(['a', 'b'])
})

function action(id: string, section?: ActionSection): Action {
  return { id, label: id, section, run: () => undefined }
}
