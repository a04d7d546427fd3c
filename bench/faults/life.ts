import { afterAll } from 'vitest'

/** What a test file starts, stopped after it in reverse order. Call at the top of the file. */
export function testLife() {
  const stops: (() => Promise<unknown>)[] = []
  afterAll(async () => {
    for (let stop = stops.pop(); stop; stop = stops.pop()) await stop()
  })
  return {
    async onStop(stop: () => Promise<unknown>) {
      stops.push(stop)
    },
  }
}
