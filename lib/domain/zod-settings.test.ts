import { expect, test, vi } from 'vitest'

const settings = () => (globalThis as { __zod_globalConfig?: object }).__zod_globalConfig

test('what the browser is told before zod is there is what zod goes by', async () => {
  const { config } = await import('zod/v4/core')
  expect(config(), 'where zod keeps its settings').toBe(settings())
  vi.stubGlobal('__zod_globalConfig', undefined)
  vi.resetModules()
  await import('../../instrumentation-client')
  expect(settings()).toEqual({ jitless: true })
  vi.unstubAllGlobals()
})
