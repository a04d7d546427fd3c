import { expect, test } from 'vitest'
import { readJson } from './body'

function post(body: string) {
  return new Request('http://inbox/api/admin/tags', { method: 'PUT', body })
}

function nested(levels: number): string {
  return '['.repeat(levels) + ']'.repeat(levels)
}

test('a body of JSON is read as it is', async () => {
  const value = { fields: { name: '世界', list: [1, { a: null }] } }
  expect(await readJson(post(JSON.stringify(value)))).toEqual(value)
  expect(await readJson(post(nested(64)))).toEqual(JSON.parse(nested(64)))
})

test.each([
  ['no JSON', 'hello', 'invalid', /isn’t JSON/],
  ['nothing', '', 'invalid', /isn’t JSON/],
  ['one level too many', nested(70), 'invalid', /nested too deep/],
  ['what would exhaust the stack of its reader', nested(120_000), 'invalid', /nested too deep/],
  ['more than 256 KiB', nested(140_000), 'too_large', /larger than 256 kB/],
])('%s is refused in words', async (_, body, code, message) => {
  await expect(readJson(post(body))).rejects.toMatchObject({
    code,
    message: expect.stringMatching(message),
  })
})
