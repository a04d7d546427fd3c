import { expect, test } from 'vitest'
import { allowsPrivate, readSettings } from './env'

const NEEDED = { DATABASE_URL: 'postgres://x', APP_SECRET: 'a secret of at least thirty-two bytes' }

test.each([
  'http://bot.example.com',
  'https://127.0.0.1',
  'https://[::1]:4010',
  'https://169.254.169.254/latest',
  'https://user:pass@bot.example.com',
])('Stella is not asked at %s unless a simulator is allowed', (address) => {
  for (const name of ['STELLA_BOT_URL', 'STELLA_REST_URL', 'STELLA_FILE_URL'])
    expect(() => readSettings({ ...NEEDED, [name]: address })).toThrow(`${name}: must be a public`)
})

test('a simulator on this machine is reached with its setting, a cloud’s metadata never', () => {
  const simulator = { ...NEEDED, ALLOW_PRIVATE_MEDIA_HOSTS: '1' }
  const url = 'http://127.0.0.1:4010'
  expect(readSettings({ ...simulator, STELLA_BOT_URL: url }).STELLA_BOT_URL).toBe(url)
  expect(() => readSettings({ ...simulator, STELLA_BOT_URL: 'http://169.254.169.254' })).toThrow()
  expect(allowsPrivate({ ALLOW_PRIVATE_MEDIA_HOSTS: 'true' })).toBe(true)
  expect(allowsPrivate({ ALLOW_PRIVATE_MEDIA_HOSTS: '' })).toBe(false)
})
