import { expect, test } from 'vitest'
import { answerHeaders } from './answer-headers'

test('every kind of address gets a policy in which nothing foreign runs, and no sniffing', () => {
  for (const address of [
    '/inbox',
    '/api/me',
    '/metrics',
    '/_next/static/chunks/a.js',
    '/a.html',
    '',
  ])
    expect(answerHeaders(address, false), address).toMatchObject({
      'Content-Security-Policy': expect.stringMatching(
        /^default-src 'none';.*frame-ancestors 'none'/,
      ),
      'X-Content-Type-Options': 'nosniff',
    })
})

test('data of the API and figures are stored nowhere, files of the build may be', () => {
  for (const address of ['/api', '/api/me?x=1', '/api/stream', '/metrics'])
    expect(answerHeaders(address, false)['Cache-Control'], address).toBe('no-store')
  for (const address of ['/apinowhere', '/_next/static/chunks/a.js', '/favicon.svg'])
    expect(answerHeaders(address, false)['Cache-Control'], address).toBeUndefined()
})

test('browsers are held to https where people reach the inbox by it, and only there', () => {
  expect(answerHeaders('/', true)['Strict-Transport-Security']).toMatch(/^max-age=31536000/)
  expect(answerHeaders('/', false)).not.toHaveProperty('Strict-Transport-Security')
})

test('answers of the API say which build made them, and nothing else does', () => {
  expect(answerHeaders('/api/me?x=1', false, 'b1')).toMatchObject({ 'x-inbox-build': 'b1' })
  for (const address of ['/inbox', '/_next/static/chunks/a.js', '/metrics'])
    expect(answerHeaders(address, false, 'b1')).not.toHaveProperty('x-inbox-build')
  expect(answerHeaders('/api/me', false)).not.toHaveProperty('x-inbox-build')
})
