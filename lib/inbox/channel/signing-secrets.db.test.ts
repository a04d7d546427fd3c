import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { SECRET, testInbox } from '@/lib/log/testing'
import { SecretCache } from './signing-secrets'

const inbox = testInbox()

/** A cache, and how many statements it has made. */
function counted() {
  let statements = 0
  const sql = new Proxy(inbox.ctx.sql, {
    apply(target, self, args) {
      statements += 1
      return Reflect.apply(target, self, args)
    },
  })
  return { cache: new SecretCache({ sql, vault: inbox.ctx.vault }), statements: () => statements }
}

test('a thousand guessed addresses cost a handful of statements, and the real one among them is found', async () => {
  const { id } = await inbox.channel()
  const { cache, statements } = counted()
  const guessed = Array.from({ length: 1_000 }, () => cache.find(randomUUID()))
  expect(await cache.find(id)).toEqual({ header: 'X-Stella-Signature', secrets: [SECRET] })
  expect(await Promise.all(guessed)).toEqual(Array(1_000).fill(undefined))
  expect(statements()).toBeLessThanOrEqual(3)
  await cache.find(id)
  expect(statements()).toBeLessThanOrEqual(3)
})

test('one address asked for again and again shares the statement that is under way', async () => {
  const { cache, statements } = counted()
  const id = randomUUID()
  await Promise.all(Array.from({ length: 500 }, () => cache.find(id)))
  // The first asks at once, the others together.
  expect(statements()).toBeLessThanOrEqual(2)
})

test('a channel works from its first delivery on, also when its address was asked for before', async () => {
  const { id } = await inbox.channel()
  const { cache } = counted()
  await inbox.ctx.sql`delete from channel_secrets where channel_id = ${id}`
  expect(await cache.find(id)).toBeUndefined()
  const other = await inbox.channel()
  await inbox.ctx.sql`
    insert into channel_secrets (channel_id, slot, secret)
    select ${id}, 1, secret from channel_secrets where channel_id = ${other.id}`
  // It is another channel's, so it can't be opened: that it is looked for again is what counts.
  await expect(cache.find(id)).rejects.toThrow()
  expect(await cache.find(other.id)).toMatchObject({ secrets: [SECRET] })
})

test('addresses without end are turned away, and those that wait are answered', async () => {
  const { cache } = counted()
  const asked = Array.from({ length: 12_000 }, () => cache.find(randomUUID()))
  const ends = await Promise.allSettled(asked)
  const refused = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason.code] : []))
  expect(new Set(refused)).toEqual(new Set(['unavailable']))
  expect(refused.length).toBeLessThan(12_000)
})
