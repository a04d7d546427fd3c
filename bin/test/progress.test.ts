import { expect, test } from 'vitest'
import { countOn, type Progress, toProgressWords } from './progress'

function after(...lines: string[]): string {
  return toProgressWords(lines.reduce<Progress>(countOn, { done: 0 }))
}

test('stories are counted out of all; one that is tried again never makes them more', () => {
  const running = 'Running 2 tests using 4 workers'
  const first = '  ✓    1 [stories] › e2e/reply/sending.spec.ts:9:1 › a reply is sent (1.2s)'
  const failed = '  ✘    2 [stories] › e2e/reply/sending.spec.ts:20:1 › another (1.2s)'
  const again = '  ✓    3 [stories] › e2e/reply/sending.spec.ts:20:1 › another (retry #1) (1.2s)'
  expect(after(running)).toBe(' 0 of 2')
  expect(after(running, first, '[WebServer] ready')).toBe(' 1 of 2')
  expect(after(running, first, failed, again)).toBe(' 2 of 2')
})

test('of other tests it is said how many there were, by their files', () => {
  const colored = '\u001b[32m✓\u001b[39m |unit| lib/a.test.ts \u001b[2m(\u001b[22m3 tests\u001b[2m)'
  expect(after('RUN v4')).toBe('')
  expect(after(` ${colored}`, ' ❯ |db| lib/b.db.test.ts (4 tests | 1 failed) 12ms')).toBe(' 7')
})
