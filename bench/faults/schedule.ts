import { seeded } from '@/lib/domain/fold/testing-storm'

/**
 * After how many acknowledged deliveries something breaks: `count` moments by this seed, in order, spread over
 * the whole of `total` so that there is always something left to deliver.
 */
export function momentsOf(seed: number, count: number, total: number): number[] {
  const random = seeded(seed)
  const stretch = (total * 0.9) / count
  return Array.from({ length: count }, (_, index) => Math.ceil((index + random()) * stretch) + 1)
}

/** The long forms of the fault tests, which take many minutes. */
export const IS_LONG = process.env.LONG_FAULTS === '1'

/** How long one of them may take: on a busy machine starting the app alone takes a while. */
export const TIMEOUT_MS = IS_LONG ? 3_600_000 : 240_000
