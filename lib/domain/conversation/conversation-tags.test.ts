import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tagChangeSchema, toTagChange, withTagChange } from './conversation-tags'

const WORKSPACE = [{ name: 'VIP' }, { name: 'Refund' }, { name: 'Late' }]

test('a tag is put on once, by its name in the workspace, however it is written', () => {
  const change = toTagChange(['Refund'], { add: ['vip', 'VIP', 'refund'], remove: [] }, WORKSPACE)
  expect(change).toEqual({ added: ['VIP'], removed: [], unknown: [] })
})

test('what the workspace doesn’t have can’t be put on, but an old tag can be taken off', () => {
  const change = toTagChange(['Old'], { add: ['Nope'], remove: ['old', 'VIP'] }, WORKSPACE)
  expect(change).toEqual({ added: [], removed: ['Old'], unknown: ['Nope'] })
})

test('a change that names nothing is refused', () => {
  expect(tagChangeSchema.safeParse({}).success).toBe(false)
  expect(tagChangeSchema.parse({ add: [' VIP '] })).toEqual({ add: ['VIP'], remove: [] })
})

test('whatever is put on and taken off, no tag stands twice and the same change again changes nothing', () => {
  const tags = fc.uniqueArray(fc.constantFrom('VIP', 'Refund', 'Late', 'Old'))
  const asked = fc.record({
    add: fc.array(fc.constantFrom('vip', 'Refund', 'late', 'Nope')),
    remove: fc.array(fc.constantFrom('VIP', 'refund', 'old')),
  })
  fc.assert(
    fc.property(tags, asked, (before, wish) => {
      const after = withTagChange(before, toTagChange(before, wish, WORKSPACE))
      expect(new Set(after).size).toBe(after.length)
      expect(toTagChange(after, wish, WORKSPACE)).toMatchObject({ added: [], removed: [] })
    }),
  )
})
