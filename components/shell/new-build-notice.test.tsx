import { toast } from 'sonner'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import { createTranslator } from '@/lib/i18n/translator'
import { showNewBuild } from './new-build-notice'

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }))
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => run())
})
afterEach(() => {
  for (const { id } of toast.getToasts()) toast.dismiss(id)
  vi.unstubAllGlobals()
})

test('a tab that stays busy says once that there is a new version, until its button takes it', () => {
  const reload = vi.fn()
  const translator = createTranslator({
    locale: 'en-GB',
    timeZone: 'UTC',
    messages: CATALOGUES.en,
  })
  showNewBuild(translator.t, reload)
  showNewBuild(translator.t, reload)
  const shown = toast.getToasts()
  expect(shown).toHaveLength(1)
  const [notice] = shown
  expect(notice).toMatchObject({
    title: 'There’s a new version. Drafts are kept.',
    duration: Number.POSITIVE_INFINITY,
    action: { label: 'Reload' },
  })
  expect(reload).not.toHaveBeenCalled()
})
