import { expect, test } from 'vitest'
import type { Action } from '@/lib/client/browser/actions'
import { toSections } from './action-sections'

test('what is nearest to the work comes first, other headings as they were offered', () => {
  const names = ['Theme', 'Help', undefined, 'Admin', 'List'].map((section, place) =>
    action(String(place), section),
  )
  expect(toSections(names).map(({ name }) => name)).toEqual([
    'Conversation',
    'List',
    'Help',
    'Theme',
    'Admin',
  ])
})

test('a heading has its actions in their order, and none stands empty', () => {
  const sections = toSections([action('a', 'List'), action('b', 'List')])
  expect(sections).toHaveLength(1)
  expect(sections[0]?.actions.map(({ id }) => id)).toEqual(['a', 'b'])
})

function action(id: string, section?: string): Action {
  return { id, label: id, section, run: () => undefined }
}
