import { expect, test } from 'vitest'
import { ownImportsOf, sources } from './testing-tree'

test('no files import each other in a circle, types included', () => {
  const circles = circlesIn(new Map(sources.map((file) => [file, neighboursOf(file)])))
  expect(circles).toEqual([])
})

test('a circle is found however long it is, and each file stands in one of them', () => {
  const graph = { a: ['b'], b: ['c'], c: ['a', 'd'], d: ['e'], e: ['d'], f: ['a'] }
  expect(circlesIn(new Map(Object.entries(graph)))).toEqual([
    ['d', 'e'],
    ['a', 'b', 'c'],
  ])
})

const known = new Set(sources)

function neighboursOf(file: string): string[] {
  return ownImportsOf(file).flatMap((target) => {
    return [target, `${target}.ts`, `${target}.tsx`].find((each) => known.has(each)) ?? []
  })
}

/**
 * The groups of files of which each reaches each: strongly connected components by Tarjan. A file is numbered when it is met; what
 * lies above it on the stack when it is left, and reached nothing older than it, is one group.
 */
function circlesIn(graph: Map<string, string[]>): string[][] {
  const met = new Map<string, number>()
  const stack: string[] = []
  const circles: string[][] = []
  const visit = (file: string): number => {
    const number = met.size
    met.set(file, number)
    stack.push(file)
    const oldest = (graph.get(file) ?? []).reduce((best, next) => {
      if (!met.has(next)) return Math.min(best, visit(next))
      return stack.includes(next) ? Math.min(best, met.get(next) ?? best) : best
    }, number)
    if (oldest === number) {
      const group = stack.splice(stack.indexOf(file))
      if (group.length > 1) circles.push(group)
    }
    return oldest
  }
  for (const file of graph.keys()) if (!met.has(file)) visit(file)
  return circles
}
