import { expect, test } from 'vitest'
import { templateSchema } from '@/lib/domain/reply/schema/template-schema'
import type { Template } from '@/lib/domain/reply/template'
import { findTemplates, withValueAt } from './template-choice'

const catalogue = [
  template('parcel', 'en', 'Your parcel comes {{1}}.'),
  template('parcel', 'zh_HK', '您的包裹{{1}}到達。'),
  template('opening_hours', 'en', 'We open at nine.'),
]

test('a template in two languages is offered once', () => {
  expect(namesOf(findTemplates(catalogue, ''))).toEqual(['parcel en', 'opening_hours en'])
})

test('it is found by words of its name and of its body, whatever their case', () => {
  expect(namesOf(findTemplates(catalogue, ' HOURS '))).toEqual(['opening_hours en'])
  expect(namesOf(findTemplates(catalogue, 'parcel comes'))).toEqual(['parcel en'])
  expect(findTemplates(catalogue, 'invoice')).toEqual([])
})

test('values may be filled from the last to the first, and none slips into another’s place', () => {
  const last = withValueAt([], 2, 'tomorrow')
  expect(last).toEqual(['', '', 'tomorrow'])
  expect(withValueAt(last, 0, 'Mei')).toEqual(['Mei', '', 'tomorrow'])
})

function template(name: string, language: string, body: string): Template {
  return { id: `${name} ${language}`, ...templateSchema.parse({ name, language, body }) }
}

function namesOf(templates: Template[]): string[] {
  return templates.map(({ id }) => id)
}
