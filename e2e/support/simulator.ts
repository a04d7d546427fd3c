import { randomInt } from 'node:crypto'
import { type APIRequestContext, expect } from '@playwright/test'
import { DEMO_CHANNELS } from '@/bin/demo/demo-cast'
import type { Happening } from '@/simulator/day/happenings'
import type { FaultName } from '@/simulator/faults'
import type { PhoneLine } from '@/simulator/state'
import type { MemberMediaKind } from '@/simulator/wire/member-action'

const [SHOP_HK, SHOP_PAGE] = DEMO_CHANNELS
if (!SHOP_HK || !SHOP_PAGE) throw new Error('The demo has not all its channels.')

/** The channel of most stories: WhatsApp, raw and normalized both subscribed. */
const WHATSAPP = SHOP_HK.stellaId

/** Channels whose settings a story may change: no other story writes to them. */
export const MESSENGER = SHOP_PAGE.stellaId

/** A person who writes to one channel. `channel` is its id in Stella. */
export interface Member {
  externalId: string
  channel: string
  name: string
}

/** Somebody new, so that no other test can meet them. */
export function newMember(channel = WHATSAPP): Member {
  const number = String(randomInt(10_000_000)).padStart(7, '0')
  return { externalId: `8529${number}`, channel, name: `Mei Wong ${number}` }
}

export interface ApiRequest {
  path: string
  tokenParam?: string
  body: Record<string, unknown> | null
}

export type Simulator = ReturnType<typeof createSimulator>

/** The simulator's control API, for what a person at a phone can't do. */
export function createSimulator(request: APIRequestContext, url: string) {
  const ask = async (method: 'GET' | 'POST' | 'PUT', path: string, data?: object) => {
    const response = await request.fetch(`${url}/control${path}`, { method, data })
    expect(response.ok(), `${method} ${path}: ${await response.text()}`).toBe(true)
    return response.json()
  }
  const { phoneOf, thread } = readers(url, ask)
  return {
    phoneOf,
    thread,
    /** The member writes; their first words make them known. */
    says: (
      who: Member,
      text: string,
      more: { faults?: FaultName[]; copies?: number; at?: number; picture?: string } = {},
    ) => ask('POST', '/say', { ...toWho(who), name: who.name, text, ...more }),
    /** The member sends a piece of the simulator's catalogue, by its name; some photos are hostile. */
    sends: (who: Member, piece: string, kind: MemberMediaKind = 'image') =>
      ask('POST', '/say', {
        ...toWho(who),
        name: who.name,
        action: { type: 'media', kind, piece },
      }),
    /** Something goes on past Stella: an edit, a call, an answer from the phone app. */
    happens: (who: Member, what: Happening, text?: string) =>
      ask('POST', '/happenings', { ...toWho(who), what, text }),
    /** The next call about this member goes wrong in this way. */
    fails: (who: Member, fault: FaultName, api = 'sendResponses') =>
      ask('POST', '/faults', { ...toWho(who), fault, api }),
    /** Posts bytes to our webhook, signed unless told otherwise; gives our status. */
    sendRaw: async (
      body: string,
      sign = true,
      channel = WHATSAPP,
    ): Promise<{ status: number; body: string }> =>
      ask('POST', '/send-raw', { channel, body, sign }),
    /** Makes an access token with these scopes and no others. */
    givesToken: async (scopes: string[]): Promise<string> =>
      (await ask('POST', '/tokens', { scopes, app: 'demo-app' })).token,
    /** Puts the webhook address and the secret of a channel in at Stella. */
    connects: (
      stellaId: string,
      channel: { name: string; externalId: string; secret: string; webhookUrl: string },
    ) => ask('PUT', `/channels/${stellaId}`, { platform: 'whatsapp', ...channel }),
    /** Somebody removes the integration at Stella: every channel of its app loses our access. */
    deauthorizes: (channel: string) => ask('POST', '/deauthorize', { channel }),
    /** What our server asked of Stella's APIs, with the token left out. */
    requests: async (): Promise<ApiRequest[]> => (await ask('GET', '/requests?since=0')).requests,
    /** Waits until every webhook has been answered: whatever was going to show has been told. */
    async settles() {
      await expect.poll(async () => (await ask('GET', '/ready')).pending).toBe(0)
    },
  }
}

function readers(
  url: string,
  ask: (method: 'GET', path: string) => Promise<{ thread: PhoneLine[] }>,
) {
  return {
    phoneOf: ({ channel, externalId }: Member) => `${url}/phone/${channel}/${externalId}`,
    /** What stands on the member's phone, oldest first. */
    thread: async ({ channel, externalId }: Member): Promise<PhoneLine[]> =>
      (await ask('GET', `/members/${externalId}?channel=${channel}`)).thread,
  }
}

function toWho({ channel, externalId }: Member) {
  return { channel, member: externalId }
}
