import { expect, test, vi } from 'vitest'

test('what the browser is told before zod is there is what zod goes by', async () => {
  vi.resetModules()
  vi.stubGlobal('__zod_globalConfig', undefined)
  await import('../../instrumentation-client')
  const { config } = await import('zod/v4/core')
  expect(config().jitless).toBe(true)
  vi.unstubAllGlobals()
})
