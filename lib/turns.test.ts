import { expect, test } from 'vitest'
import { Turns } from './turns'

function turns() {
  return new Turns({ running: 2, known: 3, strangers: 2 }, () => new Error('too many'))
}

/** Work that ends when it is told to. */
function work(log: string[], name: string) {
  let end = () => {}
  const until = new Promise<void>((resolve) => {
    end = resolve
  })
  const run = async () => {
    log.push(name)
    await until
    return name
  }
  return { run, end }
}

test('a few run at once, the known go first, and one more than may wait is refused before anything is done', async () => {
  const line = turns()
  const log: string[] = []
  const names = ['a', 'b', 'stranger 1', 'stranger 2', 'known 1', 'known 2', 'known 3']
  const all = names.map((name) => work(log, name))
  const taken = all.map(({ run }, index) => line.take(run, !names[index]?.startsWith('stranger')))
  await expect(line.take(async () => log.push('no'), false)).rejects.toThrow('too many')
  await expect(line.take(async () => log.push('no'))).rejects.toThrow('too many')
  expect(log).toEqual(['a', 'b'])
  for (const { end } of all) end()
  expect(await Promise.all(taken)).toEqual(names)
  expect(log).toEqual(['a', 'b', 'known 1', 'known 2', 'known 3', 'stranger 1', 'stranger 2'])
})

test('what fails makes room as what succeeds does', async () => {
  const line = turns()
  const fail = () => line.take(() => Promise.reject(new Error('failed')))
  for (let round = 0; round < 5; round += 1) await Promise.allSettled([fail(), fail(), fail()])
  expect(await line.take(async () => 'done')).toBe('done')
})
