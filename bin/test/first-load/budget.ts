import type { FirstLoad } from './read-first-loads'

/**
 * How many kB of JavaScript, gzipped, a page may load first. Next and React alone are 131. A page that grows past it
 * has got something that belongs into a part of its own (`deferred`), or earns a higher number here, with a reason.
 */
const BUDGETS: { pages: RegExp; kB: number }[] = [
  { pages: /^\/inbox\b/, kB: 200 },
  { pages: /^\/(sign-in|sign-out|join|setup)$/, kB: 170 },
  { pages: /^\/(admin\b|outbox$)/, kB: 275 },
  // Those without a screen of their own: the way in, and what stands in for a page that is missing or failed.
  { pages: /^\/($|_)/, kB: 170 },
]

/** What a page may load, in bytes. Throws for one that nobody thought of. */
function budgetOf(page: string): number {
  const budget = BUDGETS.find(({ pages }) => pages.test(page))
  if (!budget) throw new Error(`${page} has no budget of first-load JavaScript.`)
  return budget.kB * 1000
}

/** One line for each page, the largest first, and which of them load too much. */
export function judgeFirstLoads(
  pages: FirstLoad[],
  floor: FirstLoad,
): { lines: string[]; over: string[] } {
  const lines = [floor, ...pages.toSorted((a, b) => b.bytes - a.bytes)].map((load) => {
    const most = load === floor ? '' : ` of ${toKB(budgetOf(load.page))}`
    return `${toKB(load.bytes).padStart(6)}${most} kB gzip in ${load.scripts} scripts  ${load.page}`
  })
  const over = pages.filter(({ page, bytes }) => bytes > budgetOf(page)).map(({ page }) => page)
  return { lines, over }
}

function toKB(bytes: number): string {
  return (bytes / 1000).toFixed(1)
}
