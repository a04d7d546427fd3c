import http from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reason } from '@/lib/i18n/reason'
import { download } from './download'
import { openMediaAgent } from './guard'

/*
 * T8: however an address of this machine or of a private network is written, nothing is connected to. A sink that
 * counts connections listens where every one of them would arrive.
 */

let sink: net.Server
let port: number
let connections = 0
/** Redirects to whatever its query says. */
let hop: http.Server

beforeAll(async () => {
  sink = net.createServer((socket) => {
    connections += 1
    socket.destroy()
  })
  await new Promise<void>((resolve) => sink.listen(0, '::', resolve))
  port = (sink.address() as AddressInfo).port
  hop = http.createServer((request, response) => {
    const to = new URL(request.url ?? '/', 'http://hop').searchParams.get('to') ?? ''
    response.writeHead(302, { Location: to }).end()
  })
  await new Promise<void>((resolve) => hop.listen(0, '127.0.0.1', resolve))
})
afterAll(() => {
  sink.close()
  hop.closeAllConnections()
  hop.close()
})

const HOSTS = [
  ...['127.0.0.1', '127.0.0.2', '127.1', '127.0.1', '127.255.255.254', '127.000.000.001'],
  ...['2130706433', '0x7f000001', '0x7f.0.0.1', '0x7f.1', '0177.0.0.1', '017700000001', '0177.1'],
  ...['0', '0.0.0.0', '0x0', '00', '0.0', '127.0.0.1.', '127。0。0。1', '①②⑦.⓪.⓪.①'],
  ...['1２7.0.0.1', '%31%32%37.0.0.1', '127%2e0%2e0%2e1', '0x7F000001', '0X7f.0x0.0x0.0x1'],
  ...['[::1]', '[::]', '[0:0:0:0:0:0:0:1]', '[::0001]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]'],
  ...['[0:0:0:0:0:ffff:127.0.0.1]', '[::127.0.0.1]', '[::7f00:1]', '[64:ff9b::7f00:1]'],
  ...['[64:ff9b::127.0.0.1]', '[64:ff9b:1::7f00:1]', '[2002:7f00:1::]', '[2002:7f00:0001::1]'],
  ...['[2001:0:7f00:1::]', '[::ffff:0:127.0.0.1]', '[fe80::1]', '[fc00::1]', '[fd00::1]'],
  ...['[fec0::1]', '[ff02::1]', '[ff01::1]', '[::ffff:10.0.0.1]', '[::ffff:169.254.169.254]'],
  ...['[::ffff:a9fe:a9fe]', '[2001:db8::1]', '[100::1]', '[fd00:ec2::254]', '[2001:10::1]'],
  ...['10.0.0.1', '10.255.255.255', '10.1', '0xa000001', '167772161', '012.0.0.1'],
  ...['172.16.0.1', '172.31.255.255', '172.20.1', '192.168.0.1', '192.168.1', '0xc0a80001'],
  ...['169.254.169.254', '2852039166', '0xa9fea9fe', '0251.0376.0251.0376', '169.254.1'],
  ...['100.64.0.1', '100.127.255.255', '192.0.0.1', '192.0.2.1', '198.18.0.1', '198.51.100.1'],
  ...['203.0.113.1', '224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255'],
  ...[
    'localhost',
    'LOCALHOST',
    'localhost.',
    'a.localhost',
    'x@127.0.0.1',
    'example.com@127.0.0.1',
  ],
]

test('the sink counts: whoever may reach this machine is seen', async () => {
  const agent = openMediaAgent(true)
  for (const host of ['127.0.0.1', 'localhost', '[::1]', '0x7f.1']) {
    connections = 0
    await download(`http://${host}:${port}/a.jpg`, { ...tools(agent), allowPrivate: true })
    expect(connections, host).toBeGreaterThan(0)
  }
  await agent.close()
  connections = 0
})

test('at least 80 ways to write a private address reach nothing', async () => {
  expect(new Set(HOSTS).size).toBeGreaterThanOrEqual(80)
  const agent = openMediaAgent(false)
  for (const host of HOSTS) {
    for (const scheme of ['https', 'http']) {
      const result = await download(`${scheme}://${host}:${port}/a.jpg`, tools(agent))
      expect(['refused', 'failed'], `${scheme}://${host}`).toContain(result.kind)
    }
  }
  await agent.close()
  expect(connections).toBe(0)
})

test('a public name that redirects to a private address reaches nothing', async () => {
  const agent = openMediaAgent(true)
  const { port: hopPort } = hop.address() as AddressInfo
  // The hop itself stands on this machine, so private hosts are allowed; metadata and other schemes never are.
  for (const to of [
    `http://169.254.169.254:${port}/`,
    `http://0.0.0.0:${port}/`,
    `http://[::ffff:169.254.169.254]:${port}/`,
    `http://[64:ff9b::7f00:1]:${port}/`,
    `http://x:y@127.0.0.1:${port}/`,
    `ftp://127.0.0.1:${port}/`,
    'file:///etc/passwd',
  ]) {
    const from = `http://127.0.0.1:${hopPort}/?to=${encodeURIComponent(to)}`
    expect((await download(from, { ...tools(agent), allowPrivate: true })).kind, to).toBe('refused')
  }
  await agent.close()
  expect(connections).toBe(0)
})

test('a name that is public when it is looked up and private when it is used reaches nothing', async () => {
  let asked = 0
  // Public the first time, this machine from then on: the address that was judged is the one connected to.
  const agent = openMediaAgent(false, ((_name: string, _options: object, answer: Answer) => {
    asked += 1
    answer(null, [{ address: asked === 1 ? '192.0.2.1' : '127.0.0.1', family: 4 }])
  }) as never)
  for (let turn = 0; turn < 3; turn++) {
    const result = await download(`https://rebind.example:${port}/a.jpg`, tools(agent))
    expect(result).toEqual({ kind: 'refused', reason: reason('media.fetched.private') })
  }
  const mixed = openMediaAgent(false, ((_name: string, _options: object, answer: Answer) => {
    answer(null, [
      { address: '127.0.0.1', family: 4 },
      { address: '::1', family: 6 },
    ])
  }) as never)
  expect((await download(`https://two.example:${port}/`, tools(mixed))).kind).toBe('refused')
  await Promise.all([agent.close(), mixed.close()])
  expect(asked).toBeGreaterThan(0)
  expect(connections).toBe(0)
})

type Answer = (error: null, addresses: { address: string; family: number }[]) => void

function tools(agent: ReturnType<typeof openMediaAgent>) {
  const store = { temporaryPath: async () => path.join(tmpdir(), crypto.randomUUID()) }
  return { agent, store, allowPrivate: false }
}
