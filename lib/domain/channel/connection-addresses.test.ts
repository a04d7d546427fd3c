import { expect, test } from 'vitest'
import { tokenNeededBecause } from './connection-addresses'

const before = {
  botUrl: 'https://bot.example.com',
  restUrl: 'https://api.example.com/vnext/rest',
  fileUrl: 'https://api.example.com/vnext',
}

test.each([
  ['nothing', {}],
  ['a path', { restUrl: 'https://api.example.com/v2' }],
  ['the other host that has the token already', { botUrl: 'https://api.example.com/bot' }],
  ['the usual port', { botUrl: 'https://bot.example.com:443/' }],
])('the token may stay when %s changes', (_, change) => {
  expect(tokenNeededBecause(before, { ...before, ...change })).toBeUndefined()
})

test.each([
  ['another host', { botUrl: 'https://evil.example.net' }],
  ['a host below it', { restUrl: 'https://x.api.example.com/vnext/rest' }],
  ['another port', { fileUrl: 'https://api.example.com:8443/vnext' }],
  ['plain http', { botUrl: 'http://bot.example.com' }],
  ['a host that only looks alike', { botUrl: 'https://bot.example.com@evil.example.net' }],
  ['no address at all', { botUrl: 'bot.example.com' }],
])('the token is asked for again with %s', (_, change) => {
  expect(tokenNeededBecause(before, { ...before, ...change })?.key).toBe(
    'connection.rule.tokenAgain',
  )
})
