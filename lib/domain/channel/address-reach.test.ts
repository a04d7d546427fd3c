import { expect, test } from 'vitest'
import { reachOf } from './address-reach'

test.each([
  ['http://localhost:3000/api', 'machine'],
  ['http://inbox.localhost/', 'machine'],
  ['http://127.0.0.1:3000', 'machine'],
  ['http://[::1]:3000', 'machine'],
  ['http://0.0.0.0:3000', 'machine'],
  ['http://192.168.1.4:3000', 'network'],
  ['http://10.0.0.7', 'network'],
  ['http://172.20.0.2', 'network'],
  ['http://[fd12:3456::1]/', 'network'],
  ['http://inbox', 'network'],
  ['http://inbox.local', 'network'],
  ['https://inbox.example.com/x', undefined],
  ['https://172.64.1.1', undefined],
  ['not an address', undefined],
])('%s can be opened from %s', (url, reach) => {
  expect(reachOf(url)).toBe(reach)
})
