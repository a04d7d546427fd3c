import { afterEach, beforeEach, expect, test, vi } from 'vitest'

let page: typeof import('./page-build')

beforeEach(async () => {
  vi.stubGlobal('window', {})
  vi.resetModules()
  page = await import('./page-build')
})
afterEach(() => vi.unstubAllGlobals())

test('a page hears of another build, from when on, and that its own answers again', () => {
  page.setPageBuild('old')
  page.hearBuild('old', 1)
  expect(page.otherBuild()).toBeUndefined()
  page.hearBuild('new', 2)
  page.hearBuild('new', 3)
  page.hearBuild(null, 4)
  expect(page.otherBuild()).toEqual({ build: 'new', since: 2, isBroken: false })
  page.hearBuild('old', 5)
  expect(page.otherBuild()).toBeUndefined()
})

test('a page stays of the build that drew it first, whatever a later part of it says', () => {
  page.setPageBuild('old')
  page.setPageBuild('new')
  page.hearBuild('new', 1)
  expect(page.otherBuild()).toMatchObject({ build: 'new' })
})

test('a part that is missing is gone only once the server is another one', () => {
  page.setPageBuild('old')
  page.missPart()
  page.hearBuild('old', 1)
  expect(page.otherBuild()).toBeUndefined()
  page.hearBuild('new', 2)
  expect(page.otherBuild()).toMatchObject({ isBroken: true })
})

test('where no build is known, as in development, none is another', () => {
  page.setPageBuild(undefined)
  page.hearBuild('new', 1)
  expect(page.otherBuild()).toBeUndefined()
})
