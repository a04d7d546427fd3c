import type { APIRequestContext } from '@playwright/test'
import { newAccount } from '../support/accounts'
import { expect, test } from '../support/test'

const TRIES_MAX = 10

test('a guesser who forges another address for every try is held back as one guesser', async ({
  playwright,
  appUrl,
}) => {
  const account = await newAccount(playwright, appUrl, 'agent')
  const request = await playwright.request.newContext({ baseURL: appUrl })
  for (let index = 0; index < TRIES_MAX; index++)
    expect(await tryFrom(request, `203.0.113.${index}`, { ...account, password: 'a guess' })).toBe(
      401,
    )
  // The right one comes too late for somebody who guessed so often: it is not even looked at.
  expect(await tryFrom(request, '198.51.100.1', account)).toBe(401)
  await request.dispose()

  const other = await newAccount(playwright, appUrl, 'agent')
  const honest = await playwright.request.newContext({ baseURL: appUrl })
  expect(await tryFrom(honest, '203.0.113.1', other)).toBe(200)
  await honest.dispose()
})

async function tryFrom(
  request: APIRequestContext,
  address: string,
  { email, password }: { email: string; password: string },
): Promise<number> {
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json()
  const response = await request.post('/api/auth/callback/credentials', {
    form: { csrfToken, email, password, json: 'true' },
    headers: { 'X-Forwarded-For': address },
  })
  return response.status()
}
