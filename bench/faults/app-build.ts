import { ensureBuild, TEST_DIST_DIR } from '@/bin/process/build'

/** vitest's global setup of the project `faults`: they run the built app. Gives what ends a build under way. */
export async function setup() {
  const stops: (() => Promise<unknown>)[] = []
  const life = {
    async onStop(stop: () => Promise<unknown>) {
      stops.push(stop)
    },
  }
  await ensureBuild(life, TEST_DIST_DIR, (line) => console.log(line))
  return async () => {
    for (const stop of stops) await stop()
  }
}
