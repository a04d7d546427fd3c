import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareFields } from './compare-facts'

test('fields stand side by side, and what differs or is missing on one side is marked', () => {
  const raw = { at: 1, content: { type: 'text', text: 'Hi' }, platformMessageId: 'A' }
  const normalized = { at: 2, content: { type: 'text', text: 'Hi' }, media: ['x'] }
  expect(compareFields(raw, normalized)).toEqual([
    { path: 'at', left: '1', right: '2', differs: true },
    { path: 'content.type', left: 'text', right: 'text', differs: false },
    { path: 'content.text', left: 'Hi', right: 'Hi', differs: false },
    { path: 'platformMessageId', left: 'A', right: undefined, differs: true },
    { path: 'media.0', left: undefined, right: 'x', differs: true },
  ])
})

test('a thing compared with itself differs nowhere, and the sides can be swapped', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), fc.jsonValue({ maxDepth: 3 }), (a, b) => {
      expect(compareFields(a, a).some((pair) => pair.differs)).toBe(false)
      const swapped = compareFields(b, a).filter((pair) => pair.differs)
      expect(swapped.map((pair) => pair.path).sort()).toEqual(
        compareFields(a, b)
          .filter((pair) => pair.differs)
          .map((pair) => pair.path)
          .sort(),
      )
    }),
  )
})
