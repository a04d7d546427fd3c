import type { Platform } from '@/lib/domain/channel/channel'
import type { Role } from '@/lib/domain/people/role'

/** The demo's people and channels. Nobody but the simulator is behind them, so the passwords may be known. */
export const DEMO_AGENTS: { email: string; password: string; name: string; role: Role }[] = [
  { email: 'admin@demo.example', password: 'demo-admin-1', name: 'Ada Admin', role: 'admin' },
  { email: 'sam@demo.example', password: 'demo-sam-1', name: 'Sam Supervisor', role: 'supervisor' },
  { email: 'ana@demo.example', password: 'demo-ana-1', name: 'Ana', role: 'agent' },
  { email: 'ben@demo.example', password: 'demo-ben-1', name: 'Ben', role: 'agent' },
]

export interface DemoChannel {
  name: string
  platform: Platform
  /** The channel's id in Stella. */
  stellaId: string
  /** Its own number or page id. */
  externalId: string
}

export const DEMO_CHANNELS: DemoChannel[] = [
  {
    name: 'Shop HK',
    platform: 'whatsapp',
    stellaId: '5f0000000000000000000001',
    externalId: '85268227287',
  },
  {
    name: 'Shop Page',
    platform: 'messenger',
    stellaId: '5f0000000000000000000002',
    externalId: '104250000000002',
  },
  {
    name: 'Website',
    platform: 'web',
    stellaId: '5f0000000000000000000003',
    externalId: 'shop-website',
  },
]

export const DEMO_CONNECTION = 'Demo shop'

/** Where the inbox and the simulator listen unless something else does already. */
export const DEMO_PORT = 3000
export const SIMULATOR_PORT = 3900
