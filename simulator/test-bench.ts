import { type SimulatorOptions, startSimulator } from './server'
import type { PhoneLine, Subscription } from './state'
import { type Json, type Received, startReceiver } from './test-receiver'

export const SECRET = 'test-channel-secret'
export const TOKEN = 'demo-access-token'
export const WHATSAPP = '5f0000000000000000000001'
export const MESSENGER = '5f0000000000000000000002'
export const ROY = '85260903521'
export const TOM = '10150000000000011'

export interface HttpAnswer {
  status: number
  headers: Headers
  body: Json
}

export type Bench = Awaited<ReturnType<typeof openBench>>

/** A simulator, a receiver and a WhatsApp channel between them: what nearly every test needs. */
export async function openBench(
  subscriptions: Subscription[] = ['raw', 'normalized', 'outbound', 'statuses'],
  options: Partial<SimulatorOptions> = {},
) {
  const receiver = await startReceiver()
  const simulator = await startSimulator({ port: 0, quiet: true, ...options })
  const call = (method: string, path: string, body?: unknown) =>
    askSimulator(simulator.url, method, path, body)

  function connect(id: string, platform: string, externalId: string, more: object = {}) {
    const channel = {
      platform,
      name: platform,
      externalId,
      secret: SECRET,
      webhookUrl: receiver.url,
      subscriptions,
    }
    return call('PUT', `/control/channels/${id}`, { ...channel, ...more })
  }
  await connect(WHATSAPP, 'whatsapp', '85268227287')

  return {
    simulator,
    receiver,
    call,
    connect,
    say: (text: string, more: object = {}) =>
      call('POST', '/control/say', { channel: WHATSAPP, member: ROY, text, ...more }),
    liveChat: (liveChat: boolean) =>
      call('PUT', `/control/members/${ROY}/live-chat`, { channel: WHATSAPP, liveChat }),
    reply: (text: string, more: object = {}) =>
      call('POST', `/sendResponses?accessToken=${TOKEN}`, {
        channelId: WHATSAPP,
        recipientId: ROY,
        response: [{ type: 'TEXT', text }],
        ...more,
      }),
    async phone(channel = WHATSAPP, member = ROY): Promise<PhoneLine[]> {
      return (await call('GET', `/control/members/${member}?channel=${channel}`)).body.thread
    },
    async close() {
      await simulator.close()
      await receiver.close()
    },
  }
}

export async function askSimulator(
  url: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<HttpAnswer> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json')
  return {
    status: response.status,
    headers: response.headers,
    body: isJson ? JSON.parse(text) : text,
  }
}

export const isOutbound = (type: string) => (one: Received) =>
  one.body?.type === type && one.body.messageEvent
export const isStatus = (status: string) => (one: Received) =>
  one.body?.statuses?.[0]?.status === status
export const isRaw = (one: Received) => Array.isArray(one.body?.messages)
export const isNormalized = (one: Received) => typeof one.body?.from === 'string'
