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
 * Which normalized sights are covered by a raw one, and so need no bubble of their own: those with a raw sight in
 * the same second, then, in order of time, each with one raw sight within ± 300 s that no other one uses.
 * A pure function of the set, so the order of arrival can't change what is shown.
 * Gives the normalized second → the `ref` of the raw sight that covers it.
 */
export function coveredBy(sights: Sight[]): Map<number, string> {
  const raws = sights.filter((sight) => sight.source === 'raw').sort(bySecond)
  const normalized = sights.filter((sight) => sight.source === 'normalized').sort(bySecond)
  const covered = new Map<number, string>()
  for (const sight of normalized) {
    const twin = raws.find((raw) => raw.second === sight.second)
    if (twin) covered.set(sight.second, twin.ref)
  }
  pairNearby(
    raws.filter((raw) => !covered.has(raw.second)),
    normalized.filter((sight) => !covered.has(sight.second)),
    covered,
  )
  return covered
}

/** Walking both in order of time and taking the first that fits pairs as many as can be paired. */
function pairNearby(raws: Sight[], normalized: Sight[], covered: Map<number, string>) {
  let next = 0
  for (const sight of normalized) {
    while (next < raws.length && (raws[next]?.second ?? 0) < sight.second - TWIN_SECONDS_MAX) next++
    const raw = raws[next]
    if (!raw || raw.second > sight.second + TWIN_SECONDS_MAX) continue
    covered.set(sight.second, raw.ref)
    next++
  }
}

function bySecond(a: Sight, b: Sight): number {
  return a.second - b.second || (a.ref < b.ref ? -1 : 1)
}
