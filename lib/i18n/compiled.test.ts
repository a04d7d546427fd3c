import { expect, test } from 'vitest'
import { CATALOGUES } from './catalogues'
import { compileMessages } from './compiled'

test.each(Object.keys(CATALOGUES))(
  'messages of %s can be handed to the browser with a page: they are plain values',
  (language) => {
    const compiled = compileMessages(CATALOGUES[language as keyof typeof CATALOGUES])
    expect(oddIn(compiled)).toEqual([])
  },
)

/** What React would refuse to hand on: objects without the usual prototype. */
function oddIn(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  const isPlain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype
  return [...(isPlain ? [] : [value]), ...Object.values(value).flatMap(oddIn)]
}
