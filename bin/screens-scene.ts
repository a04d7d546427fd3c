import { request } from '@playwright/test'
import { z } from 'zod'
import { paths } from '@/lib/paths'
import { signIn, waitForConversations } from './clean-clone-visit'
import { DEMO_AGENTS, DEMO_CHANNELS } from './demo-cast'
import type { Stack } from './demo-stack'

/** What the pictures show: addresses, and who is in front of the camera. */
export interface Scene {
  appUrl: string
  simulatorUrl: string
  /** Conversation ids. */
  text: string
  media: string
  phoneUrl: string
  storageState: StorageState
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

/** Lets the cast say its lines, takes one talk over, and signs an agent in. */
export async function startScene({ appUrl, simulatorUrl }: Stack): Promise<Scene> {
  const channel = DEMO_CHANNELS.find(({ platform }) => platform === 'whatsapp')
  const agent = DEMO_AGENTS.find(({ name }) => name === 'Ana')
  if (!channel || !agent) throw new Error('The demo has no WhatsApp channel or no Ana.')
  const api = await request.newContext({ baseURL: appUrl, extraHTTPHeaders: { Origin: appUrl } })
  const cookies = await signIn(appUrl, agent.email, agent.password)
  for (const line of LINES)
    await api.post(`${simulatorUrl}/control/say`, { data: { channel: channel.stellaId, ...line } })
  const members = new Set(LINES.map(({ member }) => member))
  await waitForConversations(appUrl, cookies, members.size - 1)

  const headers = { Cookie: cookies }
  const text = await conversationOf(TEXT_MEMBER)
  await api.put(paths.api.liveChat(text), { headers, data: { liveChat: true } })
  for (const words of ['Hello Roy, this is Ana.', 'I have found your order, one moment.'])
    await api.post(paths.api.messages(text), {
      headers,
      data: { id: crypto.randomUUID(), content: { type: 'text', text: words } },
    })
  return {
    appUrl,
    simulatorUrl,
    text,
    media: await conversationOf(MEDIA_MEMBER),
    phoneUrl: `${simulatorUrl}/phone/${channel.stellaId}/${TEXT_MEMBER}`,
    storageState: toStorageState(appUrl, cookies),
  }

  async function conversationOf(externalId: string): Promise<string> {
    const response = await api.get(`${paths.api.conversations}?view=all&limit=100`, { headers })
    const { items } = listSchema.parse(await response.json())
    const found = items.find(({ member }) => member.externalId === externalId)
    if (!found) throw new Error(`${externalId} has no conversation.`)
    return found.id
  }
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
