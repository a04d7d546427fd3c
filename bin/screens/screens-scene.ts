import { type APIRequestContext, request } from '@playwright/test'
import { z } from 'zod'
import { paths } from '@/lib/paths'
import { DEMO_AGENTS, DEMO_CHANNELS } from '../demo/demo-cast'
import type { Stack } from '../demo/demo-stack'
import { simulatorControl } from '../demo/simulator-control'
import { signInToDemo, waitForConversations } from '../test/demo/demo-visit'

/** What the pictures show: addresses, and who is in front of the camera. */
export interface Scene {
  appUrl: string
  simulatorUrl: string
  /** Conversation ids. */
  text: string
  media: string
  /** Where one reply was refused and another waits for its time. */
  trouble: string
  phoneUrl: string
  /** An agent's sign-in. */
  storageState: StorageState
  adminState: StorageState
}

type StorageState = Awaited<
  ReturnType<Awaited<ReturnType<typeof request.newContext>>['storageState']>
>

interface Line {
  member: string
  text?: string
  media?: string
  caption?: string
}

/** Said in this order. Ids are of the simulator's cast. */
const LINES: Line[] = [
  { member: '34600000004', text: 'Buenas tardes, ¿hacen envíos a Sevilla?' },
  { member: '971500000006', text: 'مرحبا، هل المقاس متوفر؟' },
  { member: '85291230005', text: '🌸🌸' },
  { member: '8613800000003', text: '你好，我想查询一下订单 HK-20391 的状态' },
  { member: '48500000008', text: 'I want to talk to a person please' },
  { member: '85291230009', text: 'Hi' },
  { member: '85291230009', text: 'My jacket came with a broken zip' },
  { member: '85291230009', media: 'image', caption: 'Here, see the zip' },
  { member: '85291230009', media: 'video' },
  { member: '85291230009', media: 'voice' },
  { member: '85291230009', media: 'document' },
  { member: '85291230002', text: '你好，我想查詢訂單' },
  { member: '85291230002', text: '真人客服' },
  { member: '85260903521', text: 'Hello' },
  {
    member: '85260903521',
    text: 'Where is my order HK-20391? It was *two weeks* ago, see https://example.com/orders/20391',
  },
  { member: '85260903521', text: 'Talk to a person' },
]

const TEXT_MEMBER = '85260903521'
const MEDIA_MEMBER = '85291230009'
const TROUBLE_MEMBER = '48500000008'
const IN_TWO_HOURS_MS = 7_200_000

/** Lets the cast say its lines, takes one conversation over, and signs an agent in. */
export async function startScene({ appUrl, simulatorUrl }: Stack): Promise<Scene> {
  const channel = DEMO_CHANNELS.find(({ platform }) => platform === 'whatsapp')
  if (!channel) throw new Error('The demo has no WhatsApp channel.')
  const api = await request.newContext({ baseURL: appUrl, extraHTTPHeaders: { Origin: appUrl } })
  // It refuses what comes from a page, which the address above would claim.
  const simulator = simulatorControl(simulatorUrl)
  const cookies = await signInAs('Ana')
  const adminCookies = await signInAs('Ada Admin')
  await furnish(api, { Cookie: adminCookies })
  for (const line of LINES) await simulator.say({ channel: channel.stellaId, ...line })
  const members = new Set(LINES.map(({ member }) => member))
  await waitForConversations(appUrl, cookies, members.size - 1)

  const headers = { Cookie: cookies }
  const text = await conversationOf(TEXT_MEMBER)
  await api.put(paths.api.liveChat(text), { headers, data: { liveChat: true } })
  for (const words of ['Hello Roy, this is Ana.', 'I have found your order, one moment.'])
    await reply(text, words)
  const trouble = await conversationOf(TROUBLE_MEMBER)
  await api.put(paths.api.liveChat(trouble), { headers, data: { liveChat: true } })
  await simulator.fail({
    fault: 'refuse',
    channel: channel.stellaId,
    member: TROUBLE_MEMBER,
  })
  await reply(trouble, 'Your parcel left our shop this morning.')
  await reply(trouble, 'Good morning, here is the news I promised.', IN_TWO_HOURS_MS)
  return {
    appUrl,
    simulatorUrl,
    text,
    media: await conversationOf(MEDIA_MEMBER),
    trouble,
    phoneUrl: `${simulatorUrl}/phone/${channel.stellaId}/${TEXT_MEMBER}`,
    storageState: toStorageState(appUrl, cookies),
    adminState: toStorageState(appUrl, adminCookies),
  }

  function signInAs(wanted: string): Promise<string> {
    const who = DEMO_AGENTS.find(({ name }) => name === wanted)
    if (!who) throw new Error(`The demo has no ${wanted}.`)
    return signInToDemo(appUrl, who.email, who.password)
  }

  async function reply(conversationId: string, words: string, inMs?: number) {
    const sendAt = inMs === undefined ? undefined : new Date(Date.now() + inMs).toISOString()
    await api.post(paths.api.messages(conversationId), {
      headers,
      data: { id: crypto.randomUUID(), content: { type: 'text', text: words }, sendAt },
    })
  }

  async function conversationOf(externalId: string): Promise<string> {
    const response = await api.get(`${paths.api.conversations}?view=all&limit=100`, { headers })
    const { items } = listSchema.parse(await response.json())
    const found = items.find(({ member }) => member.externalId === externalId)
    if (!found) throw new Error(`${externalId} has no conversation.`)
    return found.id
  }
}

const CANNED_REPLIES = [
  {
    id: '6f0b7a52-38a4-4b8e-9a53-0c1f5b0a7d01',
    title: 'Greeting',
    folder: 'Start',
    texts: [
      { language: 'en', text: 'Hello {{member.firstName}}, this is {{agent.name}}.' },
      { language: 'zh-HK', text: '{{member.name}} 您好，我是 {{agent.name}}。' },
    ],
  },
  {
    id: '6f0b7a52-38a4-4b8e-9a53-0c1f5b0a7d02',
    title: 'Returns',
    folder: 'Orders',
    texts: [{ language: 'en', text: 'You can send it back within 30 days, free of charge.' }],
  },
]

const TAGS = [
  { name: 'return', color: 'amber' },
  { name: '換貨', color: 'violet' },
]

/** What a house has after its first week. */
async function furnish(api: APIRequestContext, headers: { Cookie: string }) {
  for (const { id, ...data } of CANNED_REPLIES)
    await api.put(paths.api.admin.cannedReply(id), { headers, data })
  await api.put(paths.api.admin.tags, { headers, data: { tags: TAGS } })
}

const listSchema = z.object({
  items: z.array(z.object({ id: z.string(), member: z.object({ externalId: z.string() }) })),
})

function toStorageState(appUrl: string, cookies: string): StorageState {
  const { hostname } = new URL(appUrl)
  const flags = { domain: hostname, path: '/', expires: -1, httpOnly: true, secure: false }
  const list = cookies.split('; ').map((cookie) => {
    const [name = '', ...value] = cookie.split('=')
    return { name, value: value.join('='), ...flags, sameSite: 'Lax' as const }
  })
  return { cookies: list, origins: [] }
}
