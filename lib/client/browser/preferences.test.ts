import { expect, test } from 'vitest'
import { toListWidth, toPreferences } from './preferences'

test('a first visit follows the system, with the panel open', () => {
  expect(toPreferences(() => undefined)).toEqual({
    theme: 'system',
    listWidth: 340,
    panelOpen: true,
  })
})

test('a choice is kept, and a broken cookie is the usual', () => {
  const cookies: Record<string, string> = {
    theme: 'dark',
    'list-width': '400',
    'panel-open': 'false',
  }
  expect(toPreferences((name) => cookies[name])).toEqual({
    theme: 'dark',
    listWidth: 400,
    panelOpen: false,
  })
  expect(toPreferences(() => '"><script>')).toEqual({
    theme: 'system',
    listWidth: 340,
    panelOpen: true,
  })
})

test('the list is never narrower than 280 or wider than 440', () => {
  expect([12, 333.4, 9000, Number.NaN].map(toListWidth)).toEqual([280, 333, 440, 340])
})
