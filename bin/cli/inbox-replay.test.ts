import { expect, test } from 'vitest'
import { toReplayed } from './inbox-replay'

test.each([
  [['17'], [[17]]],
  [['17', '20'], [[17, 20]]],
  [['7-12'], [{ from: 7, to: 12 }]],
  [
    ['3', '7-12', '5'],
    [[3, 5], { from: 7, to: 12 }],
  ],
  [['quarantined'], ['quarantined']],
])('the words %o choose %o', (words, chosen) => {
  expect(toReplayed(words)).toEqual(chosen)
})

test.each(['x', '-5', '7-', '1-2-3', '0', '1e3', ''])(
  '"%s" chooses nothing and says so',
  (word) => {
    expect(() => toReplayed([word])).toThrow(/event/)
  },
)
