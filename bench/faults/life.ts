import { afterAll, afterEach } from 'vitest'

/** What a test file, or each of its tests, starts, stopped after it in reverse order. Call at the top of the file. */
export function testLife(of: 'file' | 'test' = 'file') {
  const stops: (() => Promise<unknown>)[] = []
  const after = of === 'file' ? afterAll : afterEach
  after(async () => {
    for (let stop = stops.pop(); stop; stop = stops.pop()) await stop()
  })
  return {
    async onStop(stop: () => Promise<unknown>) {
      stops.push(stop)
    },
  }
}
