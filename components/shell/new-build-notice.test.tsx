import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { dismissToast, waitingToasts } from '@/lib/client/browser/toast'
import { english } from '@/lib/i18n/catalogues'
import { showNewBuild } from './new-build-notice'

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }))
})
afterEach(() => {
  for (const { id } of waitingToasts()) dismissToast(id)
  vi.unstubAllGlobals()
})

test('a tab that stays busy says once that there is a new version, until its button takes it', () => {
  const reload = vi.fn()
  showNewBuild(english.t, reload)
  showNewBuild(english.t, reload)
  const shown = waitingToasts()
  expect(shown).toHaveLength(1)
  expect(shown[0]).toMatchObject({
    words: 'There’s a new version. Drafts are kept.',
    options: { duration: Number.POSITIVE_INFINITY, action: { label: 'Reload' } },
  })
  expect(reload).not.toHaveBeenCalled()
})
