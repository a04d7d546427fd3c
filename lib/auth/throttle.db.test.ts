import { expect, test } from 'vitest'
import { testInbox } from '@/lib/log/testing'
import { countTry, mayTry, noteSuccess } from './throttle'

const inbox = testInbox()

async function tries(count: number, email: string, addressOf: (index: number) => string) {
  const asked = Array.from({ length: count }, (_, index) =>
    mayTry(inbox.ctx.sql, email, addressOf(index)),
  )
  return (await Promise.all(asked)).filter(Boolean).length
}

test('of guesses made all at once only a few are looked at', async () => {
  expect(await tries(150, 'ana@example.com', () => '203.0.113.1')).toBeLessThanOrEqual(10)
})

test('guesses from hundreds of addresses are few together, and the owner still gets in', async () => {
  await noteSuccess(inbox.ctx.sql, 'Ben@example.com', '198.51.100.7')
  const guesses = await tries(500, 'ben@example.com', (index) => `203.0.113.${index}`)
  expect(guesses).toBeLessThanOrEqual(25)
  expect(await mayTry(inbox.ctx.sql, 'ben@example.com', '198.51.100.7')).toBe(true)
})

test('a right password forgets the wrong ones before it', async () => {
  await tries(9, 'cleo@example.com', () => '198.51.100.9')
  await noteSuccess(inbox.ctx.sql, 'cleo@example.com', '198.51.100.9')
  expect(await tries(9, 'cleo@example.com', () => '198.51.100.9')).toBe(9)
})

test('a sign-in says how many wrong passwords came before it, and the first that is turned away is told once', async () => {
  const { sql } = inbox.ctx
  const answers: string[] = []
  for (let count = 0; count < 13; count += 1)
    answers.push(await countTry(sql, 'dora@example.com', '198.51.100.20'))
  expect(answers.filter((answer) => answer === 'allowed')).toHaveLength(10)
  expect(answers.slice(10)).toEqual(['now-blocked', 'blocked', 'blocked'])

  for (let count = 0; count < 4; count += 1)
    await countTry(sql, 'emil@example.com', '198.51.100.21')
  expect(await noteSuccess(sql, 'emil@example.com', '198.51.100.21')).toBe(3)
  await countTry(sql, 'emil@example.com', '198.51.100.21')
  expect(await noteSuccess(sql, 'emil@example.com', '198.51.100.21')).toBe(0)
})
