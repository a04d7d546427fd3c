/** Seconds that a normalized event's clock may differ from its raw twin's (architecture.md "Identity of a message"). */
export const TWIN_SECONDS_MAX = 300

/** Sights of equal content this far apart are looked at together; only an unbroken chain of them could reach further. */
export const SIGHT_SECONDS_MAX = 3_600

export interface Sight {
  source: 'raw' | 'normalized'
  second: number
  ref: string
}

/**
 * The seconds of the normalized sights that are covered by a raw one, and so need no bubble of their own. Each takes
 * one raw sight within ± 300 s that no other one uses: those with a raw sight in the same second come first, then as
 * many as can be, in order of time. As many as can be, because what was sent has such a pairing: so what is shown is
 * never more than what was sent (decision 0004).
 * A pure function of the set, so the order of arrival can't change what is shown.
 */
export function coveredSeconds(sights: Sight[]): Set<number> {
  const raws = secondsOf(sights, 'raw')
  const normalized = secondsOf(sights, 'normalized')
  if (canPair(raws, normalized)) return new Set(normalized)
  const exact = new Set(raws)
  const covered = new Set(normalized.filter((second) => exact.has(second)))
  for (const second of normalized) {
    if (covered.size === raws.length) break
    if (covered.has(second)) continue
    covered.add(second)
    const isRoom = canPair(
      raws,
      normalized.filter((each) => covered.has(each)),
    )
    if (!isRoom) covered.delete(second)
  }
  return covered
}

function secondsOf(sights: Sight[], source: Sight['source']): number[] {
  return sights
    .filter((sight) => sight.source === source)
    .map((sight) => sight.second)
    .sort((a, b) => a - b)
}

/**
 * Whether each normalized second can have a raw one to itself. Both in order of time: as every one reaches equally
 * far, taking the first that fits never takes one that a later second would need more.
 */
function canPair(raws: number[], normalized: number[]): boolean {
  let next = 0
  for (const second of normalized) {
    while ((raws[next] ?? second) < second - TWIN_SECONDS_MAX) next++
    const raw = raws[next]
    if (raw === undefined || raw > second + TWIN_SECONDS_MAX) return false
    next++
  }
  return true
}
