import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LONGEST } from '@/vitest.config'

test('every file that is to begin early is there, once', () => {
  expect(LONGEST.filter((file) => !existsSync(file))).toEqual([])
  expect(new Set(LONGEST).size).toBe(LONGEST.length)
})
