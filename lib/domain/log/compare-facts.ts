/** One field of two things side by side; a side that doesn't have it is undefined. */
export interface FieldPair {
  path: string
  left?: string
  right?: string
  differs: boolean
}

/**
 * Two values side by side, field by field, in the order of the left one. Objects and arrays are taken apart; a field
 * that one side lacks differs. Total: any JSON.
 */
export function compareFields(left: unknown, right: unknown): FieldPair[] {
  const lefts = flatten(left)
  const rights = flatten(right)
  const paths = [...lefts.keys(), ...[...rights.keys()].filter((path) => !lefts.has(path))]
  return paths.map((path) => {
    const pair = { left: lefts.get(path), right: rights.get(path) }
    return { path, ...pair, differs: pair.left !== pair.right }
  })
}

function flatten(value: unknown, path = ''): Map<string, string> {
  if (value === undefined) return new Map()
  if (typeof value !== 'object' || value === null)
    return new Map([[path || 'value', typeof value === 'string' ? value : JSON.stringify(value)]])
  const parts = Object.entries(value).flatMap(([key, each]) => [
    ...flatten(each, path ? `${path}.${key}` : key),
  ])
  return new Map(parts)
}
