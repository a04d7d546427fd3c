import { expect, test, vi } from 'vitest'
import { toPart } from './parts'

const Panel = () => null

test('a part is fetched once for all who ask, and then is here', async () => {
  const load = vi.fn(async () => Panel)
  const part = toPart(load)
  expect(part.here()).toBeUndefined()
  await Promise.all([part.fetch(), part.fetch()])
  expect(load).toHaveBeenCalledTimes(1)
  expect(part.here()).toBe(Panel)
})

test('a part that could not be had can be asked for again', async () => {
  const load = vi.fn(async () => Panel)
  load.mockRejectedValueOnce(new Error('Failed to load chunk'))
  const part = toPart(load)
  await expect(part.fetch()).rejects.toThrow('Failed to load chunk')
  expect(part.here()).toBeUndefined()
  expect(await part.fetch()).toBe(Panel)
})
