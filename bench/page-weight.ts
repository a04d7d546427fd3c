import { ensureBuild, TEST_DIST_DIR } from '@/bin/process/build'
import type { Lifecycle } from '@/bin/process/lifecycle'
import { type FirstLoad, readFirstLoads } from '@/bin/test/first-load/read-first-loads'
import { type Figure, ratio, report } from './support/figures'

const INBOX = '/inbox/[[...conversation]]'

/** S12: what a browser loads of JavaScript before the inbox is alive, beside Next and React alone in the same build. */
export async function benchPageWeight(life: Pick<Lifecycle, 'onStop'>): Promise<Figure[]> {
  await ensureBuild(life, TEST_DIST_DIR, console.log)
  const { floor, pages } = readFirstLoads(TEST_DIST_DIR)
  const inbox = pages.find(({ page }) => page === INBOX)
  if (!inbox) throw new Error(`The build has no page ${INBOX}.`)
  const figures: Figure[] = [
    { name: 'S12 first-load JS of the inbox', unit: 'kB gzip', values: [toKB(inbox)] },
    { name: 'Next and React alone', unit: 'kB gzip', values: [toKB(floor)] },
    ratio('S12 first-load JS / floor', [inbox.bytes], [floor.bytes]),
  ]
  await report('first-load', figures)
  return figures
}

function toKB({ bytes }: FirstLoad): number {
  return bytes / 1000
}
