import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { forwardingNotice, nameClient, toClientAddress } from './client-address'

const PROXY = '10.0.0.1'

test('without a proxy of ours the socket tells, whatever a client writes', () => {
  for (const forged of [undefined, '', '203.0.113.7', '203.0.113.7, 198.51.100.1', 'nonsense'])
    expect(toClientAddress(forged, '192.0.2.9', 0)).toBe('192.0.2.9')
})

test('behind proxies it is what the outermost of ours wrote, not what the client put before it', () => {
  expect(toClientAddress('192.0.2.9', PROXY, 1)).toBe('192.0.2.9')
  expect(toClientAddress('203.0.113.7, 192.0.2.9', PROXY, 1)).toBe('192.0.2.9')
  expect(toClientAddress('203.0.113.7,192.0.2.9 , 10.0.0.2', PROXY, 2)).toBe('192.0.2.9')
})

test('fewer entries than proxies: the leftmost there is, at worst the socket', () => {
  expect(toClientAddress('192.0.2.9', PROXY, 3)).toBe('192.0.2.9')
  expect(toClientAddress(undefined, PROXY, 2)).toBe(PROXY)
  expect(toClientAddress(', ,', PROXY, 1)).toBe(PROXY)
})

test('one client has one name, however its address is written; what is none is the socket', () => {
  for (const written of ['203.0.113.7:4711', '::ffff:203.0.113.7', ' 203.0.113.7 '])
    expect(toClientAddress(written, PROXY, 1)).toBe('203.0.113.7')
  expect(toClientAddress('[2001:db8::1]:80', PROXY, 1)).toBe('2001:db8::1')
  expect(toClientAddress('2001:db8::1', PROXY, 1)).toBe('2001:db8::1')
  expect(toClientAddress('unknown', PROXY, 1)).toBe(PROXY)
  expect(toClientAddress('x'.repeat(9_000), '::ffff:10.0.0.1', 1)).toBe(PROXY)
})

test('the request carries the one address from then on', () => {
  const request = new IncomingMessage(new Socket())
  request.headers['x-forwarded-for'] = '203.0.113.7, 192.0.2.9'
  nameClient(request, 1)
  expect(request.headers['x-forwarded-for']).toBe('192.0.2.9')
  nameClient(request, 0)
  expect(request.headers['x-forwarded-for']).toBe('')
})

test('a header that is not believed is told of once, and only where no proxy is expected', () => {
  const forwarded = new IncomingMessage(new Socket())
  forwarded.headers['x-forwarded-for'] = '203.0.113.7'
  const notices: string[] = []
  const notice = forwardingNotice(0, (text) => notices.push(text))
  for (const request of [new IncomingMessage(new Socket()), forwarded, forwarded]) notice(request)
  forwardingNotice(1, (text) => notices.push(text))(forwarded)
  expect(notices).toEqual([expect.stringContaining('TRUSTED_PROXY_HOPS')])
})

test('host and scheme are believed from our own proxies alone, and whether one spoke is known', () => {
  const asked = (headers: Record<string, string>, hops: number) => {
    const request = new IncomingMessage(new Socket())
    Object.assign(request.headers, headers)
    nameClient(request, hops)
    return request.headers
  }
  const forwarded = {
    'x-forwarded-for': '192.0.2.9',
    'x-forwarded-host': 'forged.example, inbox.example',
    'x-forwarded-proto': 'https',
    'x-forwarded-port': '1',
    forwarded: 'for=192.0.2.9',
    'x-asked-directly': '1',
  }
  expect(asked(forwarded, 0)).toEqual({ 'x-forwarded-for': '', 'x-asked-directly': '0' })
  expect(asked(forwarded, 1)).toEqual({
    'x-forwarded-for': '192.0.2.9',
    'x-forwarded-host': 'inbox.example',
    'x-forwarded-proto': 'https',
    'x-asked-directly': '0',
  })
  expect(asked({}, 1)).toEqual({ 'x-forwarded-for': '', 'x-asked-directly': '1' })
})
