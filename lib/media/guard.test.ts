import { expect, test } from 'vitest'
import { isPublic } from '@/lib/public-address'
import { addressRefusedBecause } from './guard'

test.each([
  '127.0.0.1',
  '127.8.9.1',
  '0.0.0.0',
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '192.0.2.1',
  '198.18.0.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::127.0.0.1',
  '::7f00:1',
  '::ffff:7f00:1',
  '::ffff:10.0.0.1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'ff02::1',
  '2001:db8::1',
  'not an address',
])('%s is not an address of the public internet', (address) => {
  expect(isPublic(address)).toBe(false)
})

test.each(['93.184.216.34', '1.1.1.1', '2606:4700:4700::1111'])('%s is', (address) => {
  expect(isPublic(address)).toBe(true)
})

test.each([
  'http://example.com/a.jpg',
  'file:///etc/passwd',
  'ftp://example.com/a',
  'data:image/png;base64,AAAA',
  'https://127.0.0.1/a',
  'https://[::1]/a',
  'https://[::ffff:10.0.0.1]/a',
  'https://0x7f000001/a',
  'https://2130706433/a',
  'https://017700000001/a',
  'https://127.1/a',
  'https://user:pass@example.com/a',
])('%s is not fetched', (address) => {
  expect(addressRefusedBecause(new URL(address), false)).toBeDefined()
})

test('a public https address is fetched, and the demo’s own host only by its setting', () => {
  expect(addressRefusedBecause(new URL('https://example.com/a.jpg'), false)).toBeUndefined()
  expect(addressRefusedBecause(new URL('http://127.0.0.1:4010/media/a'), false)).toBeDefined()
  expect(addressRefusedBecause(new URL('http://127.0.0.1:4010/media/a'), true)).toBeUndefined()
})
